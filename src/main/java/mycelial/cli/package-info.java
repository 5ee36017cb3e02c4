/** The commands that people type. */
@NullMarked
package mycelial.cli;

import org.jspecify.annotations.NullMarked;
