/**
 * What a simulator says of itself to those who open it: as text for terminals, as a page for
 * browsers.
 *
 * <p>Not here: what it answers to clients of an API.
 */
@NullMarked
package io.sluice.simulator.welcome;

import org.jspecify.annotations.NullMarked;
