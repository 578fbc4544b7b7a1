package io.sluice.kafka.sink;

import io.sluice.json.JsonWriter;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.transcript.ResultJson;
import io.sluice.transcript.ResultResponse;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The value of a result, in the form of a line of a batch's output.
 *
 * @param run the run
 * @param customId what its asker calls it
 * @param outcome how it ended
 */
record ResultRecord(StreamContext run, Optional<String> customId, Outcome outcome) {

  /** The result with its answer. */
  String whole() {
    return write(line -> ResultResponse.write(line, outcome, isWhole()));
  }

  /** The result with all that is known but the answer. */
  String withoutBody() {
    return write(ResultResponse::none);
  }

  private String write(Consumer<JsonWriter> response) {
    return JsonWriter.object(
        line -> {
          line.field("id", run.id()).field("custom_id", customId);
          response.accept(line);
          if (isWhole()) {
            line.nothing("error");
          } else {
            line.object("error", to -> to.field("code", code()).field("message", message()));
          }
          line.field("sluice", ResultJson.of(outcome).run(run).ending(further -> {}));
        });
  }

  private boolean isWhole() {
    return outcome.status() == Status.COMPLETED;
  }

  private String code() {
    return outcome
        .failure()
        .filter(failed -> outcome.status() == Status.FAILED)
        .map(failed -> failed.category().word())
        .orElse(outcome.status().word());
  }

  private String message() {
    return outcome.failure().map(Failure::message).orElse(outcome.status().word());
  }
}
