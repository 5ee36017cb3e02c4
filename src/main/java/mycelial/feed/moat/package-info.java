/**
 * The four moats beside Finance from public feeds that need no key: GitHub commits, IMF PortWatch
 * chokepoints, the Federal Register, SEC filings. A feed that fails is missing, never made up.
 */
@NullMarked
package mycelial.feed.moat;

import org.jspecify.annotations.NullMarked;
