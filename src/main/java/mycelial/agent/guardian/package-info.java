/** The guardian: watches the account's risk and halts trading when a limit is passed. */
@NullMarked
package mycelial.agent.guardian;

import org.jspecify.annotations.NullMarked;
