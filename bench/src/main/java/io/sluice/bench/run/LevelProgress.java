package io.sluice.bench.run;

import java.time.Duration;

/**
 * How far a level is.
 *
 * @param elapsed how long it has run
 * @param ended the requests that have ended, those of the warm-up included
 * @param failed the requests that have failed since the warm-up
 * @param inFlight the requests under way
 * @param outputRate output tokens a second since the warm-up; 0 before its end
 */
public record LevelProgress(
    Duration elapsed, long ended, long failed, int inFlight, double outputRate) {}
