package io.sluice.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import io.sluice.chat.Usage;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the manifest of recorded answers expects of one, in the common words: content, reasoning,
 * finish, calls, usage, what was kept. Members that the row lacks are not looked at.
 *
 * @param row the member {@code expected} of the row
 */
public record RecordedExpectation(JsonObject row) {

  /** Fails with what differs. */
  public void check(Outcome outcome) {
    String status = row.string("status").orElse(status(outcome.status()));
    if (row.elements("status_any").isEmpty()) {
      assertThat(status(outcome.status())).as("%s", outcome.failure()).isEqualTo(status);
    }
    Completion completion = outcome.completion();
    texts(completion);
    assertThat(outcome.chunks()).isEqualTo(row.wholeNumber("chunks").orElse(outcome.chunks()));
    finish(completion);
    calls(completion);
    row.object("usage").ifPresent(usage -> usage(usage, completion));
    if (row.elements("server_tool_calls").isEmpty()) {
      row.elements("kept").ifPresent(kept -> kept(kept, completion));
    }
    row.object("error")
        .flatMap(error -> error.string("message"))
        .ifPresent(
            message ->
                assertThat(outcome.failure().orElseThrow().message()).contains(start(message)));
  }

  private void texts(Completion completion) {
    String content = content(completion, 0);
    if (row.elements("content_any").isPresent()) {
      List<String> any =
          row.elements("content_any").get().stream().flatMap(it -> it.string().stream()).toList();
      assertThat(any).contains(content);
    } else {
      assertThat(content).isEqualTo(row.string("content").orElse(""));
    }
    row.object("contents")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        (choice, text) ->
                            assertThat(content(completion, Integer.parseInt(choice)))
                                .isEqualTo(new JsonValue(text).string().orElse(""))));
    row.string("reasoning")
        .ifPresent(
            words ->
                assertThat(bare(message(completion).flatMap(Message::reasoning).orElse("")))
                    .isEqualTo(bare(words)));
    row.string("refusal")
        .ifPresent(
            words -> assertThat(message(completion).flatMap(Message::refusal)).contains(words));
  }

  private void finish(Completion completion) {
    String said = completion.finishReason().map(FinishReason::value).orElse("");
    if (row.elements("finish_reason_any").isEmpty()
        && row.members().containsKey("finish_reason")
        && row.elements("status_any").isEmpty()) {
      assertThat(said).isEqualTo(row.string("finish_reason").orElse(""));
    }
    row.object("finish_reasons")
        .ifPresent(
            all -> {
              Map<String, String> found = new TreeMap<>();
              completion
                  .choices()
                  .forEach(
                      choice ->
                          found.put(
                              Integer.toString(choice.index()),
                              choice.finishReason().map(FinishReason::value).orElse("")));
              all.members()
                  .forEach(
                      (choice, word) ->
                          assertThat(found.get(choice))
                              .isEqualTo(new JsonValue(word).string().orElse("")));
            });
  }

  private void calls(Completion completion) {
    List<JsonValue> expected = row.elements("tool_calls").orElse(List.of());
    List<ToolCall> calls = message(completion).map(Message::toolCalls).orElse(List.of());
    assertThat(calls).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      JsonObject call = expected.get(i).object().orElseThrow();
      ToolCall found = calls.get(i);
      assertThat(found.name()).isEqualTo(call.string("name").orElse(""));
      call.string("id").ifPresent(id -> assertThat(found.id()).isEqualTo(id));
      String arguments = call.string("arguments").orElse("");
      if (row.flag("arguments_as_json").orElse(false)) {
        assertThat(members(found.arguments())).isEqualTo(members(arguments));
      } else {
        assertThat(found.arguments()).isEqualTo(arguments);
      }
    }
  }

  private static Map<String, String> members(String json) {
    Map<String, String> members = new TreeMap<>();
    JsonObject.read(json)
        .members()
        .forEach((name, value) -> members.put(name, value.text().replaceAll("\\s", "")));
    return members;
  }

  private static void usage(JsonObject expected, Completion completion) {
    Usage usage = completion.usage().orElseThrow();
    expected
        .wholeNumber("prompt_tokens")
        .ifPresent(tokens -> assertThat(usage.promptTokens()).isEqualTo(tokens));
    expected
        .wholeNumber("completion_tokens")
        .ifPresent(tokens -> assertThat(usage.completionTokens()).isEqualTo(tokens));
    expected
        .wholeNumber("total_tokens")
        .ifPresent(tokens -> assertThat(usage.totalTokens()).isEqualTo(tokens));
  }

  private static void kept(List<JsonValue> expected, Completion completion) {
    List<String> types =
        message(completion)
            .flatMap(message -> Optional.ofNullable(message.other().get("content_parts")))
            .flatMap(parts -> new JsonValue(parts).elements())
            .orElse(List.of())
            .stream()
            .map(part -> type(part.object().orElseThrow()))
            .toList();
    assertThat(types)
        .isEqualTo(expected.stream().map(type -> type.string().orElseThrow()).toList());
  }

  /** Some APIs name the type, and in others it is the member that holds the part. */
  private static String type(JsonObject part) {
    return part.string("type")
        .orElseGet(
            () ->
                part.members().keySet().stream()
                    .filter(name -> !name.equals("thoughtSignature"))
                    .findFirst()
                    .orElse(""));
  }

  private static String content(Completion completion, int choice) {
    return completion.choice(choice).map(Choice::message).flatMap(Message::content).orElse("");
  }

  private static Optional<Message> message(Completion completion) {
    return completion.choice(0).map(Choice::message);
  }

  private static String status(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  /** Messages are made one line, and bounded. */
  private static String start(String message) {
    String line = message.strip().split("\n", 2)[0];
    return line.substring(0, Math.min(40, line.length()));
  }
}
