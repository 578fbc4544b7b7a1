/**
 * The simulator in tests: started before a test that wants one, closed after it.
 *
 * <p>Not here: the simulator itself ({@code io.sluice.simulator}), and what tries a sink without a
 * network ({@code io.sluice.testkit}).
 */
@NullMarked
package io.sluice.simulator.junit;

import org.jspecify.annotations.NullMarked;
