/** Recorded answers, cut into the steps in which they are played again. */
@NullMarked
package io.sluice.simulator.recorded;

import org.jspecify.annotations.NullMarked;
