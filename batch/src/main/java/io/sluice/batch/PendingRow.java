package io.sluice.batch;

import io.sluice.batch.pace.SendNeed;
import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Run;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row that is to be asked, or is under way. Mutable; for the thread that runs the batch. */
final class PendingRow {

  private final Row row;
  private final ChatRequest request;
  private final String fingerprint;
  private final RowMeter.Count prompt;
  private int attempts;
  private int sends;
  private long ready;
  private long waited;
  private long sentAt;
  private @Nullable SendNeed need;
  private @Nullable Run run;

  PendingRow(Row row, ChatRequest request, String fingerprint, RowMeter.Count prompt) {
    this.row = row;
    this.request = request;
    this.fingerprint = fingerprint;
    this.prompt = prompt;
  }

  Row row() {
    return row;
  }

  ChatRequest request() {
    return request;
  }

  String fingerprint() {
    return fingerprint;
  }

  RowMeter.Count prompt() {
    return prompt;
  }

  int attempts() {
    return attempts;
  }

  /** How often it was sent, refusals included. */
  int sends() {
    return sends;
  }

  /** When it may be sent, as far as the row itself goes. */
  long ready() {
    return ready;
  }

  void ready(long at) {
    ready = at;
  }

  void sent(SendNeed reckoned, long now) {
    need = reckoned;
    attempts++;
    sends++;
    waited += Math.max(0, now - ready);
    sentAt = now;
  }

  long sentAt() {
    return sentAt;
  }

  /** The last sending was no attempt: the server refused it for its limits. */
  void refused(long now) {
    attempts--;
    ready = now;
  }

  SendNeed need() {
    SendNeed known = need;
    if (known == null) {
      throw new IllegalStateException("the row was not sent");
    }
    return known;
  }

  void run(Run begun) {
    run = begun;
  }

  Optional<Run> run() {
    return Optional.ofNullable(run);
  }

  Duration waited() {
    return Duration.ofNanos(waited);
  }
}
