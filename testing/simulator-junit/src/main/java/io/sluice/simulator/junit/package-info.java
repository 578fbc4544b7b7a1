/**
 * The simulator in JUnit tests: started before each test that uses it, closed after it.
 *
 * <p>Not here: the simulator itself ({@code io.sluice.simulator}), and tests of a sink without a
 * network ({@code io.sluice.testkit}).
 */
@NullMarked
package io.sluice.simulator.junit;

import org.jspecify.annotations.NullMarked;
