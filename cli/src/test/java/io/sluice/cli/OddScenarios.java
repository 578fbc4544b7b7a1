package io.sluice.cli;

import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HEAD;
import static io.sluice.cli.WireBytes.HELLO;
import static io.sluice.cli.WireBytes.call;
import static io.sluice.cli.WireBytes.choices;
import static io.sluice.cli.WireBytes.data;
import static io.sluice.cli.WireBytes.delta;
import static io.sluice.cli.WireBytes.finish;
import static io.sluice.cli.WireBytes.text;
import static io.sluice.cli.WireScenario.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Json;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Status;
import java.time.Duration;
import java.util.List;

/** What servers and gateways were seen to send that they should not. */
final class OddScenarios {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final String STOPPED = "\"finish_reason\":\"stop\"";

  static final List<WireScenario> ROWS =
      List.of(
          row("a finish reason on every chunk")
              .sends(HEAD + HELLO.replace("\"finish_reason\":null", STOPPED) + DONE)
              .text("Hello")
              .finish("stop")
              .remark(Kind.DELTA_AFTER_FINISH, 2),
          row("a finish before the text, then a cut")
              .sends(HEAD + finish("stop") + text("Hel"))
              .ends(Status.TRUNCATED, 4)
              .text("Hel")
              .finish("-")
              .remark(Kind.DELTA_AFTER_FINISH),
          row("a finish for tools that the server runs itself")
              .sends(HEAD + text("Hel") + finish("tool_calls") + text("lo") + finish("stop") + DONE)
              .text("Hello")
              .finish("stop")
              .remark(Kind.DELTA_AFTER_FINISH),
          row("a finish before anything was said, then silence")
              .sends(HEAD + finish("stop"))
              .thenStaysOpen()
              .waitedFor(SHORT)
              .finish("stop")
              .remark(Kind.SILENCE_AFTER_FINISH),
          failed("an error without its member", "{\"code\":\"No\",\"message\":\"not that\"}"),
          failed(
              "an error in a list", "{\"success\":false,\"errors\":[{\"message\":\"not that\"}]}"),
          failed("an error as detail", "{\"detail\":\"not that\"}"),
          failed("an error beside no choices", "{\"choices\":[],\"code\":9,\"msg\":\"not that\"}"),
          failed(
              "an error in MiniMax's way",
              "{\"choices\":null,\"base_resp\":{\"status_code\":1008,\"status_msg\":\"not that\"}}"),
          row("chunks that say that all is well")
              .sends(
                  HEAD
                      + HELLO.replace(
                          "\"model\":\"m\",", "\"model\":\"m\",\"code\":0,\"message\":\"ok\",")
                      + DONE)
              .text("Hello")
              .finish("stop"),
          row("an answer of another dialect")
              .sends(HEAD + data("{\"type\":\"response.created\",\"response\":{}}") + DONE)
              .ends(Status.FAILED, 1)
              .saying("it looks like OpenAI's Responses"),
          row("an empty delta beside the whole message")
              .sends(
                  HEAD
                      + choices(
                          "{\"delta\":{},\"message\":{\"content\":\"Hello\"}," + STOPPED + "}")
                      + DONE)
              .text("Hello")
              .finish("stop")
              .remark(Kind.WHOLE_ANSWER),
          row("an index that counts tokens")
              .sends(HEAD + text(0, "Hel") + text(1, "lo") + finish(2, "stop") + DONE)
              .text("Hello")
              .finish("stop")
              .remark(Kind.CHOICE_INDEX, 2),
          row("another id for the rest of a call")
              .sends(
                  HEAD
                      + call(
                          "\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}")
                      + call("\"index\":0,\"id\":\"b\",\"function\":{\"arguments\":\"{}\"}")
                      + finish("tool_calls")
                      + DONE)
              .calls("a f({})")
              .finish("tool_calls")
              .remark(Kind.TOOL_CALL_GUESSED),
          row("lines of data without the blank line between")
              .sends(HEAD + HELLO.replace("\n\n", "\n") + DONE)
              .text("Hello")
              .finish("stop")
              .remark(Kind.UNEXPECTED_DATA),
          row("null between good chunks")
              .sends(HEAD + text("Hel") + data("null") + text("lo") + finish("stop") + DONE)
              .text("Hello")
              .finish("stop")
              .remark(Kind.UNEXPECTED_DATA),
          row("a number that is none")
              .sends(
                  HEAD + HELLO.replace("\"model\":\"m\",", "\"model\":\"m\",\"score\":NaN,") + DONE)
              .text("Hello")
              .finish("stop")
              .remark(Kind.LENIENT_JSON, 4),
          row("what cannot be read behind the finish")
              .sends(HEAD + HELLO + data("{\"id\":\"c1") + DONE)
              .text("Hello")
              .finish("stop")
              .remark(Kind.MALFORMED_AFTER_FINISH),
          row("a usage of zeros behind the figures")
              .sends(HEAD + HELLO + usage(2) + usage(0) + DONE)
              .text("Hello")
              .finish("stop")
              .with(it -> assertThat(it.usage().orElseThrow().completionTokens()).isEqualTo(2)),
          row("one detail in pieces")
              .sends(
                  HEAD
                      + delta("{\"reasoning_details\":[{\"index\":0,\"text\":\"Let\"}]}")
                      + delta("{\"reasoning_details\":[{\"index\":0,\"text\":\" me\"}]}")
                      + delta("{\"reasoning_details\":[{\"index\":0,\"signature\":\"S\"}]}")
                      + HELLO
                      + DONE)
              .text("Hello")
              .finish("stop")
              .with(
                  it ->
                      assertThat(it.choices().get(0).message().other())
                          .containsEntry(
                              "reasoning_details",
                              new Json("[{\"index\":0,\"text\":\"Let me\",\"signature\":\"S\"}]"))),
          row("two answers in one body")
              .sends(
                  HEAD
                      + HELLO.replace(finish("stop"), "")
                      + text("!")
                      + (HELLO + DONE).replace("\"c1\"", "\"c2\""))
              .ends(Status.FAILED, 1)
              .saying("a second answer began")
              .text("Hello!")
              .finish("-"),
          row("an error behind a role is tried again")
              .sends(HEAD + delta("{\"role\":\"assistant\"}") + error(503) + DONE)
              .sends(HEAD + HELLO + DONE)
              .retried(1)
              .text("Hello")
              .finish("stop"),
          row("an engine that gave up")
              .sends(HEAD + text("Hel") + finish("abort") + DONE)
              .ends(Status.FAILED, 1)
              .saying("abort")
              .text("Hel")
              .finish("abort"));

  private OddScenarios() {}

  private static WireScenario failed(String name, String event) {
    return row(name)
        .sends(HEAD + text("Hel") + data(event) + DONE)
        .ends(Status.FAILED, 1)
        .saying("not that")
        .text("Hel")
        .finish("-");
  }

  private static String error(int code) {
    return data("{\"error\":{\"message\":\"busy\",\"code\":" + code + "}}");
  }

  private static String usage(int completion) {
    return data(
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":"
            + completion
            + ",\"total_tokens\":"
            + (3 + completion)
            + "}}");
  }
}
