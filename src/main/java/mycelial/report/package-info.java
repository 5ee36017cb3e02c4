/**
 * Figures and the HTML file from what is stored: nothing here is known that is not in the session's
 * databases.
 */
@NullMarked
package mycelial.report;

import org.jspecify.annotations.NullMarked;
