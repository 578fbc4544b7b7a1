package io.sluice.batch;

import io.sluice.limit.RateLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a batch is.
 *
 * @param done how many rows have a result, those of an earlier part included
 * @param failed how many of them have no answer that is whole
 * @param answered how many rows got a result in this part
 * @param inFlight how many are under way
 * @param total how many rows there are; empty if the input was not looked at before
 * @param inputTokens the tokens of prompts that were answered in this part
 * @param outputTokens the tokens of their answers
 * @param reservedTokens the tokens that rows under way are reckoned to use
 * @param stated the limits that the server stated last
 * @param cost what they cost; empty without prices
 * @param expectedCost what this part is reckoned to cost in all; empty if that cannot be told
 * @param elapsed how long this part has run
 * @param left how long it is reckoned to run still, by tokens; empty if that cannot be told
 * @param waitingFor what sending waits for, in words; empty text if it does not
 * @param waiting how long it waits still
 */
public record BatchProgress(
    long done,
    long failed,
    long answered,
    int inFlight,
    OptionalLong total,
    long inputTokens,
    long outputTokens,
    long reservedTokens,
    RateLimits stated,
    Optional<BigDecimal> cost,
    Optional<BigDecimal> expectedCost,
    Duration elapsed,
    Optional<Duration> left,
    String waitingFor,
    Duration waiting) {}
