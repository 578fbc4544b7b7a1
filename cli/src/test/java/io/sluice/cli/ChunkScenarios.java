package io.sluice.cli;

import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HEAD;
import static io.sluice.cli.WireBytes.HELLO;
import static io.sluice.cli.WireBytes.choices;
import static io.sluice.cli.WireBytes.data;
import static io.sluice.cli.WireBytes.delta;
import static io.sluice.cli.WireBytes.finish;
import static io.sluice.cli.WireBytes.text;
import static io.sluice.cli.WireScenario.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.stream.Irregularity.Kind;
import java.util.List;
import java.util.function.Consumer;

/** What servers put into chunks, and what they leave out. */
final class ChunkScenarios {

  private static final String USAGE =
      "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":%d,\"total_tokens\":9,"
          + "\"prompt_tokens_details\":{\"cached_tokens\":1}}";

  static final List<WireScenario> ROWS =
      List.of(
          hello(
              "Azure: no choices, an empty id and filter results first",
              data(
                      "{\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\","
                          + "\"prompt_filter_results\":[{\"prompt_index\":0}]}")
                  + HELLO
                  + DONE,
              it -> {
                assertThat(it.id()).isEqualTo("c1");
                assertThat(it.other()).containsKey("prompt_filter_results");
              }),
          hello(
              "Azure: a choice without a delta behind the finish",
              HELLO
                  + choices("{\"index\":0,\"content_filter_offsets\":{\"check_offset\":7}}")
                  + DONE,
              it -> assertThat(it.choices().get(0).other()).containsKey("content_filter_offsets")),
          hello("no choices at all", data("{\"id\":\"c1\"}") + HELLO + DONE, it -> {}),
          hello(
              "no id, date or model",
              HELLO.replace("\"id\":\"c1\",", "").replace("\"model\":\"m\",", "") + DONE,
              it -> assertThat(it.id() + it.model()).isEmpty()),
          hello("a date that is a fraction", HELLO.replace("00,", "00.5,") + DONE, it -> {})
              .remark(Kind.UNEXPECTED_TYPE, 4),
          hello("an id that is a number", HELLO.replace("\"c1\"", "1") + DONE, it -> {})
              .remark(Kind.UNEXPECTED_TYPE, 4),
          hello(
              "ids that change",
              HELLO + data("{\"id\":\"c2\",\"model\":\"m2\",\"choices\":[]}") + DONE,
              it -> assertThat(it.id() + it.model()).isEqualTo("c1m")),
          hello("no index", HELLO.replace("\"index\":0,", "") + DONE, it -> {}),
          hello(
              "a role on every chunk, empty, null",
              delta("{\"role\":\"\",\"content\":\"\"}")
                  + delta("{\"role\":null,\"content\":\"Hel\"}")
                  + delta("{\"role\":\"assistant\",\"content\":\"lo\"}")
                  + delta("{\"role\":\"assistant\",\"content\":null}")
                  + finish("stop")
                  + DONE,
              it -> {}),
          hello(
              "content as an array of parts",
              delta(
                      "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\","
                          + "\"text\":\"Hm.\"}]}]}")
                  + delta("{\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}]}")
                  + finish("stop")
                  + DONE,
              says(message -> assertThat(message.reasoning()).contains("Hm."))),
          hello(
              "an empty finish reason on every chunk",
              HELLO.replace("\"finish_reason\":null", "\"finish_reason\":\"\"") + DONE,
              it -> {}),
          hello(
              "the finish reason \"null\"",
              HELLO.replace("\"finish_reason\":null", "\"finish_reason\":\"null\"") + DONE,
              it -> {}),
          hello("the finish reason twice", HELLO + finish("stop") + DONE, it -> {}),
          row("the finish reason beside content")
              .sends(
                  HEAD
                      + choices(
                          "{\"index\":0,\"delta\":{\"content\":\"Hello\"},\"finish_reason\":\"eos\"}")
                      + DONE)
              .text("Hello")
              .finish("eos"),
          hello("an empty delta behind the finish", HELLO + delta("{}") + DONE, it -> {}),
          hello(
                  "text behind the finish",
                  text("Hel") + finish("stop") + text("lo") + DONE,
                  it -> {})
              .remark(Kind.DELTA_AFTER_FINISH),
          hello(
              "reasoning under one name",
              delta("{\"reasoning_content\":\"Hm\"}")
                  + delta("{\"reasoning_content\":\".\"}")
                  + HELLO
                  + DONE,
              says(message -> assertThat(message.reasoning()).contains("Hm."))),
          hello(
              "reasoning under the other, with details",
              delta("{\"reasoning\":\"Hm\",\"reasoning_details\":[{\"text\":\"Hm\"}]}")
                  + delta("{\"reasoning\":\".\",\"reasoning_details\":[{\"text\":\".\"}]}")
                  + HELLO
                  + DONE,
              says(
                  message -> {
                    assertThat(message.reasoning()).contains("Hm.");
                    assertThat(message.other())
                        .containsEntry(
                            "reasoning_details", json("[{\"text\":\"Hm\"},{\"text\":\".\"}]"));
                  })),
          row("thinking within the content is left alone")
              .sends(HEAD + text("<think>Hm.</think>Hello") + finish("stop") + DONE)
              .text("<think>Hm.</think>Hello")
              .finish("stop"),
          row("a refusal")
              .sends(
                  HEAD
                      + delta("{\"refusal\":\"I can\"}")
                      + delta("{\"refusal\":\"not.\"}")
                      + finish("stop")
                      + DONE)
              .finish("stop")
              .with(says(message -> assertThat(message.refusal()).contains("I cannot."))),
          hello(
              "a message beside the delta, the text so far",
              choices(
                      "{\"index\":0,\"message\":{\"content\":\"Hel\"},\"delta\":{\"content\":\"Hel\"}}")
                  + choices(
                      "{\"index\":0,\"delta\":{\"content\":\"lo\"},\"message\":{\"content\":\"Hello\"}}")
                  + finish("stop")
                  + DONE,
              it -> {}),
          row("two choices, the second first")
              .asking(2)
              .sends(
                  HEAD
                      + text(1, "a")
                      + text(0, "b")
                      + text(1, "c")
                      + finish(1, "length")
                      + text(0, "d")
                      + finish(0, "stop")
                      + DONE)
              .text("bd")
              .finish("stop", "length")
              .with(it -> assertThat(it.choices().get(1).message().content()).contains("ac")),
          hello(
              "log probabilities",
              logprobs("a") + logprobs("b") + HELLO + DONE,
              it ->
                  assertThat(it.choices().get(0).other())
                      .containsEntry(
                          "logprobs", json("{\"content\":[{\"token\":\"a\"},{\"token\":\"b\"}]}"))),
          hello(
              "fields nobody models, at every place",
              choices(
                      "{\"index\":0,\"native_finish_reason\":\"STOP\",\"delta\":{"
                          + "\"extra_content\":{\"google\":{\"thought_signature\":\"abc\"}}}}")
                  + HELLO
                  + data(
                      "{\"choices\":[],\"timings\":{\"predicted_ms\":1.50},\"citations\":[\"u\"]}")
                  + DONE,
              it -> {
                assertThat(it.other()).containsEntry("timings", json("{\"predicted_ms\":1.50}"));
                assertThat(it.other()).containsEntry("citations", json("[\"u\"]"));
                assertThat(it.choices().get(0).other()).containsKey("native_finish_reason");
                assertThat(it.choices().get(0).message().other()).containsKey("extra_content");
              }),
          hello(
              "annotations piece by piece",
              delta("{\"annotations\":[{\"n\":1}]}")
                  + delta("{\"annotations\":[{\"n\":2}]}")
                  + HELLO
                  + DONE,
              says(
                  message ->
                      assertThat(message.other())
                          .containsEntry("annotations", json("[{\"n\":1},{\"n\":2}]")))),
          usage("in a last chunk without choices", HELLO + figures(6) + DONE),
          usage(
              "null until the last", HELLO.replace("]}", "],\"usage\":null}") + figures(6) + DONE),
          usage(
              "in the chunk of the finish",
              HELLO.stripTrailing().replaceFirst("]}$", "]," + said(6) + "}") + "\n\n" + DONE),
          usage("in every chunk, so far", figures(1) + HELLO + figures(5) + figures(6) + DONE),
          usage("before the finish", text("Hel") + text("lo") + figures(6) + finish("stop") + DONE),
          usage(
              "under x_groq alone",
              HELLO + data("{\"choices\":[],\"x_groq\":{\"id\":\"r\"," + said(6) + "}}") + DONE),
          usage(
              "within a choice",
              HELLO + choices("{\"index\":0,\"delta\":{}," + said(6) + "}") + DONE));

  private ChunkScenarios() {}

  private static WireScenario hello(String name, String body, Consumer<Completion> details) {
    return row(name).sends(HEAD + body).text("Hello").finish("stop").with(details);
  }

  private static WireScenario usage(String where, String body) {
    return hello(
        "usage " + where,
        body,
        it -> {
          assertThat(it.usage().orElseThrow().completionTokens()).isEqualTo(6);
          assertThat(it.usage().orElseThrow().json().text()).contains("cached_tokens");
        });
  }

  private static Consumer<Completion> says(Consumer<Message> details) {
    return it -> details.accept(it.choices().get(0).message());
  }

  private static String figures(int completion) {
    return data("{\"id\":\"c1\",\"model\":\"m\",\"choices\":[]," + said(completion) + "}");
  }

  private static String said(int completion) {
    return USAGE.formatted(completion);
  }

  private static String logprobs(String token) {
    return choices(
        "{\"index\":0,\"delta\":{},\"logprobs\":{\"content\":[{\"token\":\"" + token + "\"}]}}");
  }

  private static Json json(String text) {
    return new Json(text);
  }
}
