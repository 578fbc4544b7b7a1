package io.sluice.server.routes;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.json.JsonWriter;
import io.sluice.server.archive.PastRun;
import io.sluice.server.runs.Endpoints;
import io.sluice.server.runs.ServedRun;
import io.sluice.stream.OneLine;
import io.sluice.stream.Status;
import io.sluice.wire.request.RequestPart;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What lists say of a run.
 *
 * @param endpoint the name of the endpoint; its URL if that has no name here
 * @param question how the last message of the user begins; empty if there is none
 * @param lines how many lines it has; empty if it is not in memory
 */
record ListedRun(
    String id,
    Instant started,
    String endpoint,
    String model,
    String status,
    String question,
    OptionalLong lines,
    Map<String, String> attributes) {

  private static final int LONGEST_QUESTION = 120;

  static final Comparator<ListedRun> NEWEST_FIRST =
      Comparator.comparing(ListedRun::started).thenComparing(ListedRun::id).reversed();

  static ListedRun of(ServedRun run) {
    return new ListedRun(
        run.id(),
        run.context().started(),
        run.endpoint(),
        run.context().request().map(ChatRequest::model).orElse(""),
        run.status(),
        run.context().request().map(ListedRun::question).orElse(""),
        OptionalLong.of(run.log().lines()),
        run.context().attributes());
  }

  /** A run that has no end is said to be what it is once it is read back. */
  static ListedRun of(PastRun past, Endpoints endpoints) {
    return new ListedRun(
        past.id(),
        past.open().started().orElse(Instant.EPOCH),
        endpoints.nameOf(past.open().endpoint()),
        past.model(),
        past.end().map(end -> end.status().word()).orElse(Status.TRUNCATED.word()),
        past.open().request().map(ListedRun::question).orElse(""),
        OptionalLong.empty(),
        past.open().attributes());
  }

  void describe(JsonWriter json) {
    json.field("id", id)
        .field("started", started.toString())
        .field("endpoint", endpoint)
        .field("model", model)
        .field("status", status)
        .field("question", question);
    lines.ifPresent(count -> json.field("lines", count));
    json.object("attributes", said -> attributes.forEach(said::field));
  }

  /** The text of a message, without the pictures and files that go along with it. */
  private static String text(Message message) {
    return RequestPart.of(message).stream()
        .filter(RequestPart.Text.class::isInstance)
        .map(part -> ((RequestPart.Text) part).text())
        .collect(Collectors.joining(" "));
  }

  private static String question(ChatRequest request) {
    String text =
        request.messages().stream()
            .filter(message -> message.role().equals(Role.USER))
            .reduce((earlier, later) -> later)
            .map(ListedRun::text)
            .map(OneLine::of)
            .orElse("");
    return text.codePointCount(0, text.length()) <= LONGEST_QUESTION
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUESTION)) + "…";
  }
}
