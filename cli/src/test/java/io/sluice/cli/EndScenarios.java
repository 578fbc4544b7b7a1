package io.sluice.cli;

import static io.sluice.cli.WireBytes.CHUNKED_HEAD;
import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HEAD;
import static io.sluice.cli.WireBytes.HELLO;
import static io.sluice.cli.WireBytes.LAST_CHUNK;
import static io.sluice.cli.WireBytes.chunked;
import static io.sluice.cli.WireBytes.data;
import static io.sluice.cli.WireBytes.finish;
import static io.sluice.cli.WireBytes.text;
import static io.sluice.cli.WireScenario.row;

import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Status;
import java.time.Duration;
import java.util.List;

/** How streams end, rule by rule, and where two rules could apply. */
final class EndScenarios {

  private static final Duration SHORT = Duration.ofMillis(250);

  /** Where something has to come before the silence, on a busy machine too. */
  private static final Duration LONG = Duration.ofSeconds(2);

  static final List<WireScenario> ROWS =
      List.of(
          complete("the end marker on a socket that stays open", HEAD + HELLO + DONE)
              .thenStaysOpen(),
          complete("text behind the end marker", HEAD + HELLO + DONE + text("!") + data("{")),
          complete("a finish, then the end of the body", HEAD + HELLO).remark(Kind.MISSING_DONE),
          complete(
                  "a finish, then the end of a body in chunks",
                  CHUNKED_HEAD + chunked(HELLO) + LAST_CHUNK)
              .remark(Kind.MISSING_DONE),
          complete("a finish, then a cut", CHUNKED_HEAD + chunked(HELLO))
              .remark(Kind.CUT_AFTER_FINISH),
          complete("a finish, then silence", HEAD + HELLO)
              .thenStaysOpen()
              .waitedFor(SHORT)
              .remark(Kind.SILENCE_AFTER_FINISH),
          complete("a finish, then half an event", HEAD + HELLO + "data: {\"id\"")
              .remark(Kind.MISSING_DONE),
          complete("a finish, then what is no HTTP", CHUNKED_HEAD + chunked(HELLO) + "zz\r\n")
              .remark(Kind.CUT_AFTER_FINISH),
          row("the end marker without a finish")
              .sends(HEAD + text("Hello") + DONE)
              .text("Hello")
              .finish("-")
              .remark(Kind.MISSING_FINISH),
          row("the end marker alone")
              .sends(HEAD + DONE)
              .ends(Status.FAILED, 1)
              .saying("without any answer")
              .chunks(0),
          row("the end marker behind a role alone")
              .sends(HEAD + WireBytes.delta("{\"role\":\"assistant\",\"content\":\"\"}") + DONE)
              .ends(Status.FAILED, 1)
              .saying("without any answer")
              .finish("-"),
          truncated("the body ends in the middle", HEAD + text("Hel")),
          truncated(
              "a body in chunks ends in the middle",
              CHUNKED_HEAD + chunked(text("Hel")) + LAST_CHUNK),
          truncated("a cut in the middle", CHUNKED_HEAD + chunked(text("Hel"))),
          truncated("what is no HTTP in the middle", CHUNKED_HEAD + chunked(text("Hel")) + "zz\r\n")
              .saying("no valid HTTP"),
          row("the body ends before the first event")
              .sends(HEAD)
              .ends(Status.TRUNCATED, 4)
              .chunks(0),
          row("a length of zero")
              .sends("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
              .ends(Status.TRUNCATED, 4),
          row("only comments").sends(HEAD + ": hello\n\n".repeat(3)).ends(Status.TRUNCATED, 4),
          row("two choices, one of which is cut")
              .asking(2)
              .sends(HEAD + text(0, "Hel") + text(1, "x") + finish(0, "stop"))
              .ends(Status.TRUNCATED, 4)
              .text("Hel")
              .finish("stop", "-"),
          row("two choices, silence before the second has finished")
              .asking(2)
              .sends(HEAD + text(0, "Hel") + text(1, "x") + finish(0, "stop"))
              .thenStaysOpen()
              .waitedFor(SHORT)
              .ends(Status.TIMED_OUT, 5)
              .text("Hel")
              .finish("stop", "-"),
          row("silence in the middle")
              .sends(HEAD + text("Hel"))
              .thenStaysOpen()
              .waitedFor(SHORT)
              .ends(Status.TIMED_OUT, 5)
              .saying("raise the idle timeout")
              .text("Hel")
              .finish("-"),
          row("silence before the first token, though a role came")
              .sends(HEAD + WireBytes.delta("{\"role\":\"assistant\",\"content\":\"\"}"))
              .thenStaysOpen()
              .waitedFor(LONG)
              .ends(Status.TIMED_OUT, 5)
              .saying("raise the first token timeout")
              .finish("-"),
          row("silence before the head")
              .sends("")
              .thenStaysOpen()
              .waitedFor(SHORT)
              .ends(Status.TIMED_OUT, 5)
              .saying("raise the first token timeout"),
          row("a close before the head").sends("").ends(Status.FAILED, 1).saying("did not answer"),
          row("a reset before the head")
              .sends("")
              .thenResets()
              .ends(Status.FAILED, 1)
              .saying("did not answer"),
          row("half a head")
              .sends("HTTP/1.1 200 OK\r\nContent-Ty")
              .ends(Status.FAILED, 1)
              .saying("did not answer"),
          row("the token limit completes an answer")
              .sends(HEAD + text("Hel") + finish("length") + DONE)
              .text("Hel")
              .finish("length"),
          row("a filter completes an answer")
              .sends(HEAD + text("Hel") + finish("content_filter") + DONE)
              .text("Hel")
              .finish("content_filter"));

  private EndScenarios() {}

  private static WireScenario complete(String name, String bytes) {
    return row(name).sends(bytes).text("Hello").finish("stop");
  }

  private static WireScenario truncated(String name, String bytes) {
    return row(name).sends(bytes).ends(Status.TRUNCATED, 4).text("Hel").finish("-").chunks(1);
  }
}
