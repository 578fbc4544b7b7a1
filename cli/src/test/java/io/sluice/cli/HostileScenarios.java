package io.sluice.cli;

import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HEAD;
import static io.sluice.cli.WireBytes.HELLO;
import static io.sluice.cli.WireBytes.data;
import static io.sluice.cli.WireBytes.text;
import static io.sluice.cli.WireScenario.row;

import io.sluice.stream.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** A server that means harm, or has lost its mind, and bodies that came packed. */
final class HostileScenarios {

  private static final String KILO = "x".repeat(1 << 10);
  private static final long UNTIL_THE_CLIENT_GOES = 1 << 20;

  static final List<WireScenario> ROWS =
      List.of(
          row("a line without end")
              .sends(HEAD + text("Hel") + "data: ")
              .thenAgainAndAgain(KILO, UNTIL_THE_CLIENT_GOES)
              .ends(Status.FAILED, 1)
              .saying("line of the stream is longer than 16777216 bytes")
              .text("Hel")
              .finish("-"),
          row("a comment without end")
              .sends(HEAD + text("Hel") + ":")
              .thenAgainAndAgain(KILO, UNTIL_THE_CLIENT_GOES)
              .ends(Status.FAILED, 1)
              .saying("line of the stream is longer")
              .text("Hel")
              .finish("-"),
          row("an event of lines without end")
              .sends(HEAD + text("Hel"))
              .thenAgainAndAgain("data: " + KILO + "\n", UNTIL_THE_CLIENT_GOES)
              .ends(Status.FAILED, 1)
              .saying("an event of the stream is longer than 16777216 bytes")
              .text("Hel")
              .finish("-"),
          row("headers without end")
              .sends("HTTP/1.1 200 OK\r\n")
              .thenAgainAndAgain("X-More: " + KILO + "\r\n", UNTIL_THE_CLIENT_GOES)
              .ends(Status.FAILED, 1)
              .saying("the head of the response is longer than 64 KiB"),
          row("a status line without end")
              .sends("HTTP/1.1 200 ")
              .thenAgainAndAgain(KILO, UNTIL_THE_CLIENT_GOES)
              .ends(Status.FAILED, 1)
              .saying("does not begin like HTTP/1.1"),
          row("no HTTP at all")
              .sends("SSH-2.0-OpenSSH_9.9\r\n\r\n")
              .ends(Status.FAILED, 1)
              .saying("HTTP"),
          row("a document without end")
              .sends(HEAD + "{")
              .thenAgainAndAgain(KILO, UNTIL_THE_CLIENT_GOES)
              .ends(Status.FAILED, 1)
              .saying("the answer is longer than 16777216 bytes"),
          row("an explanation without end")
              .sends("HTTP/1.1 500 X\r\nConnection: close\r\n\r\nno luck ")
              .thenAgainAndAgain(KILO, 200)
              .ends(Status.FAILED, 1)
              .saying("no luck"),
          row("a choice beyond number")
              .asking(2)
              .sends(HEAD + text(0, "Hel") + text(1024, "x"))
              .ends(Status.FAILED, 1)
              .saying("choice index 1024, which is beyond 0 to 1023")
              .text("Hel")
              .finish("-"),
          row("JSON nested without reason")
              .sends(
                  HEAD
                      + text("Hel")
                      + data("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"))
              .ends(Status.FAILED, 1)
              .saying("nested deeper than 500")
              .text("Hel")
              .finish("-"),
          row("a number of many digits")
              .sends(HEAD + text("Hel") + data("{\"x\":" + "9".repeat(2_000) + "}"))
              .ends(Status.FAILED, 1)
              .saying("digits")
              .text("Hel")
              .finish("-"),
          packed("gzip"),
          packed("deflate"),
          row("a body that unpacks a thousandfold")
              .sends(head("gzip"), bomb())
              .ends(Status.FAILED, 1)
              .saying("unpack"),
          row("a body that is not packed as it says")
              .sends(head("gzip"), HELLO.getBytes(StandardCharsets.UTF_8))
              .ends(Status.FAILED, 1)
              .saying("cannot be unpacked"),
          row("a body packed in a way nobody asked for")
              .sends(head("zstd"), new byte[] {1, 2, 3})
              .ends(Status.FAILED, 1)
              .saying("packed as 'zstd'"));

  private HostileScenarios() {}

  private static WireScenario packed(String coding) {
    return row("a body packed by " + coding)
        .sends(head(coding), packed(coding, (HELLO + DONE).getBytes(StandardCharsets.UTF_8)))
        .text("Hello")
        .finish("stop");
  }

  private static byte[] head(String coding) {
    return HEAD.replace("Connection:", "Content-Encoding: " + coding + "\r\nConnection:")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bomb() {
    return packed("gzip", ("data: " + " ".repeat(64 << 20)).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] packed(String coding, byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (OutputStream packing =
        coding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
      packing.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
