/**
 * How often what is not recorded was passed on, and how much it was.
 *
 * <p>Not here: what passes it on ({@code passage}), and who is told ({@code routes}).
 */
@NullMarked
package io.sluice.server.count;

import org.jspecify.annotations.NullMarked;
