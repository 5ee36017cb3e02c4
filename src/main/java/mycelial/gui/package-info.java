/** The MASON window: the same colony under MASON's Console, as a living network. */
@NullMarked
package mycelial.gui;

import org.jspecify.annotations.NullMarked;
