/**
 * The base agent: a mailbox, a life cycle and a generator of its own, stepped by MASON. Roles are
 * in packages below.
 */
@NullMarked
package mycelial.agent;

import org.jspecify.annotations.NullMarked;
