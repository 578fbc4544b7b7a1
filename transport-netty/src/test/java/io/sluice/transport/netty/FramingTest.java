package io.sluice.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.json.Utf8;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Framing;
import io.sluice.wire.WireEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What bodies in other framings than server-sent events become, at every split. */
class FramingTest {

  @Test
  void eachLineOfNdjsonIsAnEventAndBlankLinesAreNone() throws IOException {
    everySplit(
        Framing.NDJSON,
        bytes("{\"a\":1}\r\n\r\n{\"b\":\"}\"}\n"),
        "message {\"a\":1}",
        "message {\"b\":\"}\"}");
  }

  @Test
  void aLastLineOfNdjsonCountsWithoutItsEndIfItIsWhole() throws IOException {
    everySplit(Framing.NDJSON, bytes("{\"a\":\"{\"}"), "message {\"a\":\"{\"}");
    everySplit(Framing.NDJSON, bytes("{\"a\":1}\n{\"b\":"), "message {\"a\":1}", "half {\"b\":");
  }

  @Test
  void eachElementOfAnArrayIsAnEvent() throws IOException {
    everySplit(
        Framing.JSON_ARRAY,
        bytes(" [{\"a\":\"]}\\\"[\"}\n,\r\n{\"b\":[{}]} ] "),
        "message {\"a\":\"]}\\\"[\"}",
        "message {\"b\":[{}]}");
    everySplit(Framing.JSON_ARRAY, bytes("[]"));
  }

  @Test
  void anArrayThatIsNotClosedIsCut() throws IOException {
    everySplit(Framing.JSON_ARRAY, bytes("[{\"a\":1}"), "message {\"a\":1}", "half [");
    everySplit(Framing.JSON_ARRAY, bytes("[{\"a\":1},{\"b"), "message {\"a\":1}", "half {\"b");
  }

  @Test
  void aBinaryMessageBringsItsHeaderFieldsThatAreStrings() throws IOException {
    everySplit(
        Framing.AWS_EVENT_STREAM,
        joined(frame("{\"x\":1}", ":event-type", "start"), frame("", ":error-code", "no")),
        "{:event-type=start} {\"x\":1}",
        "{:error-code=no} ");
  }

  @Test
  void halfABinaryMessageIsCut() throws IOException {
    byte[] frame = frame("{}", "t", "v");
    for (int cut = 1; cut < frame.length; cut++) {
      List<String> events = events(Framing.AWS_EVENT_STREAM, Arrays.copyOf(frame, cut), 1);
      assertThat(events).hasSize(1).allMatch(event -> event.startsWith("half "));
    }
  }

  @Test
  void aChangedByteOfABinaryMessageIsFound() {
    byte[] frame = frame("{\"text\":\"a\"}", ":event-type", "delta");
    for (int at = 0; at < frame.length; at++) {
      byte[] changed = frame.clone();
      changed[at] ^= 1;
      assertThatExceptionOfType(ProtocolException.class)
          .as("byte %d", at)
          .isThrownBy(() -> events(Framing.AWS_EVENT_STREAM, changed, changed.length))
          .withMessageStartingWith("a message of the stream");
    }
  }

  @Test
  void aBinaryMessageThatAnnouncesTooMuchIsRefusedBeforeItIsRead() {
    byte[] head = prelude(1 << 30, 0);

    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> events(Framing.AWS_EVENT_STREAM, head, head.length))
        .withMessage("a message of the stream is longer than 16777216 bytes");
  }

  private static void everySplit(Framing framing, byte[] body, String... expected)
      throws IOException {
    for (int split = 1; split <= body.length; split++) {
      assertThat(events(framing, body, split)).as("split at %d", split).containsExactly(expected);
    }
  }

  private static List<String> events(Framing framing, byte[] body, int split) throws IOException {
    List<String> events = new ArrayList<>();
    InputStream in =
        new SequenceInputStream(
            new ByteArrayInputStream(body, 0, split),
            new ByteArrayInputStream(body, split, body.length - split));
    try (BodyDecoder decoder = EventStreams.decoder(framing, in)) {
      boolean more = true;
      while (more) {
        more = decoder.decode(event -> events.add(said(event)));
      }
    }
    return events;
  }

  private static String said(WireEvent event) {
    if (event instanceof WireEvent.Data data) {
      return data.type() + " " + Utf8.decode(data.bytes());
    }
    if (event instanceof WireEvent.Frame frame) {
      return new TreeMap<>(frame.headers()) + " " + Utf8.decode(frame.bytes());
    }
    return "half " + Utf8.decode(((WireEvent.Unfinished) event).bytes());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** A message with a flag, a number and a string in its head. */
  private static byte[] frame(String payload, String name, String value) {
    var headers = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(headers)) {
      out.writeByte(1);
      out.writeBytes("f");
      out.writeByte(0);
      out.writeByte(1);
      out.writeBytes("n");
      out.writeByte(5);
      out.writeLong(7);
      out.writeByte(name.length());
      out.writeBytes(name);
      out.writeByte(7);
      out.writeShort(value.length());
      out.writeBytes(value);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    int total = 16 + headers.size() + payload.length();
    byte[] content = joined(headers.toByteArray(), bytes(payload));
    return withCrc(joined(prelude(total, headers.size()), content));
  }

  private static byte[] prelude(int total, int headers) {
    return withCrc(ByteBuffer.allocate(8).putInt(total).putInt(headers).array());
  }

  private static byte[] withCrc(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes);
    return joined(bytes, ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
