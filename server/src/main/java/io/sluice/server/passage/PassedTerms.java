package io.sluice.server.passage;

import io.sluice.server.count.UnrecordedRequest;
import io.sluice.server.passage.Passage.Detachment;
import java.time.Duration;
import java.util.Optional;

/**
 * How one answer is passed on.
 *
 * @param endpoint the name of the endpoint that gives it
 * @param record what records it, if it is recorded
 * @param count what counts it, if it is not recorded
 * @param rule what the record has to do with it
 * @param detachment whether it goes on without its client, if it is recorded
 * @param keepAlive after how long a silence of an event stream a comment is sent
 */
record PassedTerms(
    String endpoint,
    Optional<RunRecord> record,
    Optional<UnrecordedRequest> count,
    Recording rule,
    Detachment detachment,
    Optional<Duration> keepAlive) {

  static PassedTerms of(
      Passage passage,
      String endpoint,
      Optional<RunRecord> record,
      Optional<UnrecordedRequest> count,
      Detachment detachment) {
    return new PassedTerms(
        endpoint, record, count, passage.record(), detachment, passage.keepAlive());
  }

  boolean isDetached() {
    return detachment == Detachment.ALWAYS && record.filter(RunRecord::isKept).isPresent();
  }

  /** Whether the record is required, and so far behind that nothing more is read. */
  boolean isSlowedByRecord() {
    return rule == Recording.REQUIRED && record.filter(RunRecord::isBehind).isPresent();
  }
}
