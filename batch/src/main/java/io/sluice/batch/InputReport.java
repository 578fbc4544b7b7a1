package io.sluice.batch;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was found in an input before anything was sent.
 *
 * @param rows how many rows there are
 * @param open how many of them have no result yet
 * @param unusable how many cannot be asked
 * @param tokens the tokens of the prompts that are to be asked
 * @param isExact whether the server is sure to count the same
 * @param mostCost the most that the open rows can cost; empty without prices, or if an answer's
 *     length has no limit
 * @param expectedCost what they are reckoned to cost, with answers of a length as is usual
 * @param mostTokens the most tokens of a prompt and its answer
 * @param firstUnusable the first row that cannot be asked, and why
 */
public record InputReport(
    long rows,
    long open,
    long unusable,
    long tokens,
    boolean isExact,
    Optional<BigDecimal> mostCost,
    Optional<BigDecimal> expectedCost,
    OptionalLong mostTokens,
    Optional<String> firstUnusable) {}
