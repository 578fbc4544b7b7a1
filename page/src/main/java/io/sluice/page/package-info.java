/**
 * The page of the server. The classes serve its files; what it does is in {@code files}, beside
 * them in the resources.
 *
 * <p>Not here: the runs and events that the page asks for, which are the server's.
 */
@NullMarked
package io.sluice.page;

import org.jspecify.annotations.NullMarked;
