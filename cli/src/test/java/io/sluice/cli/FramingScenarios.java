package io.sluice.cli;

import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HEAD;
import static io.sluice.cli.WireBytes.HELLO;
import static io.sluice.cli.WireBytes.choices;
import static io.sluice.cli.WireBytes.finish;
import static io.sluice.cli.WireBytes.text;
import static io.sluice.cli.WireScenario.row;

import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How events are written down. */
final class FramingScenarios {

  private static final String LONG = "x".repeat(1_300_000);

  static final List<WireScenario> ROWS =
      List.of(
          hello("an answer as it should be", HELLO + DONE).chunks(4),
          hello("a byte order mark before it", "\uFEFF" + HELLO + DONE),
          hello("lines end with CR LF", (HELLO + DONE).replace("\n", "\r\n")),
          hello("lines end with CR", (HELLO + DONE).replace("\n", "\r")),
          hello("no space behind the colon", (HELLO + DONE).replace("data: ", "data:")),
          hello("thirty comments", ": OPENROUTER PROCESSING\n\n".repeat(30) + HELLO + DONE),
          hello(
              "comments between",
              HELLO.replace("data:", ": ping - 12:00\n: keep-alive\ndata:") + DONE),
          hello(
              "empty data keeps alive",
              "data:\n\n" + HELLO.replace("data:", "data\n\ndata:") + DONE),
          hello("a comment wrapped up as data", "data: : OPENROUTER PROCESSING\n\n" + HELLO + DONE)
              .chunks(4),
          hello("a ping without data", "event: ping\n\n" + HELLO + DONE).chunks(4),
          hello("a retry field before the first data", "retry: 1000\n\n" + HELLO + DONE),
          hello("types and ids", HELLO.replace("data:", "event: message\nid: 7\ndata:") + DONE),
          hello("JSON over many lines of data", HELLO.replace(",\"", ",\ndata: \"") + DONE),
          hello("blanks around the end marker", HELLO + "data:  [DONE] \n\n"),
          hello("a field nobody knows", HELLO.replace("data:", "trace: 1\ndata:") + DONE)
              .remark(Kind.UNKNOWN_FIELD, 4),
          hello("a line that begins with a blank", HELLO + " data: {\"choices\":[]}\n\n" + DONE)
              .remark(Kind.UNKNOWN_FIELD),
          hello("the end marker lacks its blank line", HELLO + "data: [DONE]\n")
              .remark(Kind.UNFINISHED_EVENT),
          hello("the end marker lacks its line end", HELLO + "data: [DONE]")
              .remark(Kind.UNFINISHED_EVENT),
          hello("the finish lacks its blank line and nothing follows", HELLO.stripTrailing())
              .remark(Kind.UNFINISHED_EVENT)
              .remark(Kind.MISSING_DONE),
          row("half an event at the end")
              .sends(HEAD + text("Hel") + text("lo").substring(0, 40))
              .ends(Status.TRUNCATED, 4)
              .text("Hel")
              .finish("-")
              .chunks(1),
          row("separators of Unicode end no line")
              .sends(HEAD + text("a\u2028b\u2029c\u0085d") + finish("stop") + DONE)
              .text("a\u2028b\u2029c\u0085d")
              .finish("stop"),
          row("characters of four bytes")
              .sends(HEAD + text("𝄞 é 你 👩‍👩‍👧") + finish("stop") + DONE)
              .text("𝄞 é 你 👩‍👩‍👧")
              .finish("stop"),
          row("half a surrogate pair in each of two chunks")
              .sends(HEAD + text("\\ud83d") + text("\\ude00") + finish("stop") + DONE)
              .text("😀")
              .finish("stop"),
          row("bytes that are no UTF-8")
              .sends(invalid())
              .text("a\uFFFDb")
              .finish("stop")
              .remark(Kind.INVALID_UTF8),
          row("an event of more than a megabyte")
              .sends(HEAD + text(LONG) + finish("stop") + DONE)
              .text(LONG)
              .finish("stop"),
          row("many events in one packet")
              .sends(HEAD + text("la ").repeat(500) + finish("stop") + DONE)
              .text("la ".repeat(500))
              .finish("stop")
              .chunks(501),
          row("an event that only names a type it has")
              .sends(
                  HEAD
                      + choices("{\"index\":0,\"delta\":{\"content\":\"a\"}}")
                          .replace("data:", "event: completion.chunk\ndata:")
                      + finish("stop")
                      + DONE)
              .text("a")
              .finish("stop"));

  private FramingScenarios() {}

  private static WireScenario hello(String name, String body) {
    return row(name).sends(HEAD + body).text("Hello").finish("stop");
  }

  private static byte[] invalid() {
    var bytes = new ByteArrayOutputStream();
    String[] around = (HEAD + text("a|b") + finish("stop") + DONE).split("\\|", 2);
    bytes.writeBytes(around[0].getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFF);
    bytes.writeBytes(around[1].getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }
}
