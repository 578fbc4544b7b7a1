package io.sluice.batch;

import io.sluice.batch.result.RowErrorKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What a batch, or a part of it that can be gone on with, has come to.
 *
 * @param stop why it ended
 * @param reason why it ended, in one line; empty text if it is finished
 * @param completed how many rows got an answer that is whole
 * @param failed how many rows got none, of those that this part asked
 * @param earlier how many rows had a result from an earlier part
 * @param earlierFailed how many of them without an answer that is whole
 * @param earlierFirst the first such row and its kind of error
 * @param sentBefore how many rows had been sent by an earlier part that was killed
 * @param tornBytes how many bytes of lines were cut off that an earlier part did not get to finish
 * @param sends how many requests were sent
 * @param refusals how many of them the server refused for its limits
 * @param inputTokens the tokens of the prompts that were answered
 * @param outputTokens the tokens of the answers
 * @param cost what they cost; empty without prices
 * @param elapsed how long it took
 */
public record BatchSummary(
    BatchStop stop,
    String reason,
    long completed,
    long failed,
    long earlier,
    long earlierFailed,
    Optional<EarlierError> earlierFirst,
    long sentBefore,
    long tornBytes,
    long sends,
    long refusals,
    long inputTokens,
    long outputTokens,
    Optional<BigDecimal> cost,
    Duration elapsed) {

  /**
   * A row of an earlier part without an answer that is whole.
   *
   * @param row its number
   * @param kind its error
   */
  public record EarlierError(long row, RowErrorKind kind) {}
}
