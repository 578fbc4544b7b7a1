package io.sluice.transport.netty.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.sluice.wire.WireEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The standard's rules one by one, each fixture under every cut into two and into single bytes. */
class SseDecoderTest {

  private static final String BOM = "\uFEFF";

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void followsTheStandardUnderEverySplit(Fixture fixture) {
    byte[] bytes = fixture.stream().getBytes(StandardCharsets.UTF_8);
    assertThat(Decoding.of(new SseDecoder(), bytes)).isEqualTo(fixture.events());
    assertThat(Decoding.bytewise(new SseDecoder(), bytes)).isEqualTo(fixture.events());
    for (int cut = 0; cut <= bytes.length; cut++) {
      assertThat(Decoding.of(new SseDecoder(), bytes, cut))
          .as("cut before byte %d", cut)
          .isEqualTo(fixture.events());
    }
  }

  static Stream<Fixture> fixtures() {
    return Stream.of(
        fixture("a line end of LF", "data: a\n\n", "message||a"),
        fixture("a line end of CRLF", "data: a\r\n\r\n", "message||a"),
        fixture("a lone CR ends a line too", "data: a\r\rdata: b\r\r", "message||a", "message||b"),
        fixture("mixed line ends", "data: a\r\ndata: b\rdata: c\n\r\n", "message||a\nb\nc"),
        fixture(
            "CR LF is one end, LF CR are two",
            "data: a\n\rdata: b\r\n\n",
            "message||a",
            "message||b"),
        fixture("no space after the colon", "data:{}\n\n", "message||{}"),
        fixture("one space is dropped, the rest kept", "data:  a \t\n\n", "message|| a \t"),
        fixture("a tab after the colon is kept", "data:\ta\n\n", "message||\ta"),
        fixture("colons in the value", "data: a:b: c\n\n", "message||a:b: c"),
        fixture("lines of data join with LF", "data: a\ndata:\ndata: b\n\n", "message||a\n\nb"),
        fixture("a name without a colon has an empty value", "data\n\n", "message||"),
        fixture("an empty value is an event", "data:\n\n", "message||"),
        fixture("an event without data is none", "event: ping\n\n"),
        fixture("but it forgets its type", "event: ping\n\ndata: a\n\n", "message||a"),
        fixture("an event's type", "event: error\ndata: a\n\n", "error||a"),
        fixture("an empty type is message", "event:\ndata: a\n\n", "message||a"),
        fixture("the last type counts", "event: a\nevent: b\ndata: x\n\n", "b||x"),
        fixture("an id persists", "id: 1\ndata: a\n\ndata: b\n\n", "message|1|a", "message|1|b"),
        fixture(
            "an empty id resets it",
            "id: 1\ndata: a\n\nid\ndata: b\n\n",
            "message|1|a",
            "message||b"),
        fixture("an id with NUL is ignored", "id: 1\nid: 2\0\ndata: a\n\n", "message|1|a"),
        fixture("an id counts without data", "id: 7\n\ndata: a\n\n", "message|7|a"),
        fixture(
            "comments",
            ": OPENROUTER PROCESSING\n:\n\n",
            "comment OPENROUTER PROCESSING",
            "comment"),
        fixture(
            "a comment inside an event", "data: a\n:x\ndata: b\n\n", "commentx", "message||a\nb"),
        fixture("retry of digits", "retry: 1000\n", "retry 1000"),
        fixture("retry of anything else is ignored", "retry: 1s\nretry: -1\nretry:\nretry: 1 \n"),
        fixture(
            "retry beyond all bounds", "retry: 99999999999999999999\n", "retry " + Long.MAX_VALUE),
        fixture("retry with leading zeros", "retry: 000000000000000000000010\n", "retry 10"),
        fixture("an unknown field", "error: {\"a\":1}\n", "unknown error={\"a\":1}"),
        fixture("a line that starts with a space", " data: a\n\n", "unknown  data=a"),
        fixture("field names are case-sensitive", "Data: a\n\n", "unknown Data=a"),
        fixture(
            "a prefix of a name is unknown",
            "dat: a\ndatas: b\n",
            "unknown dat=a",
            "unknown datas=b"),
        fixture("one byte order mark is dropped", BOM + "data: a\n\n", "message||a"),
        fixture("a second one is not", BOM + BOM + "data: a\n\n", "unknown " + BOM + "data=a"),
        fixture(
            "a byte order mark in a value is kept",
            "data:" + BOM + "a\n\n",
            "message||" + BOM + "a"),
        fixture(
            "other line separators end nothing",
            "data: a\u2028b\u0085c\f\n\n",
            "message||a\u2028b\u0085c\f"),
        fixture("characters of two to four bytes", "data: é中😀\n\n", "message||é中😀"),
        fixture("blank lines alone", "\n\r\n\r\n\n"),
        fixture(
            "the unfinished event", "data: a\n\ndata: b\n", "message||a", "unfinished message||b"),
        fixture("the unfinished line", "event: e\nid: 1\ndata: [DONE]", "unfinished e|1|[DONE]"),
        fixture("an unfinished error line", "error: x", "unknown error=x"),
        fixture("an unfinished name is nothing", "data: a\n\nda", "message||a"),
        fixture("an unfinished comment, id or retry is nothing", ": a"),
        fixture("nothing at all", ""));
  }

  @Test
  void randomStreamsDecodeAlikeHoweverTheyAreCut() {
    var random = new Random(42);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = randomStream(random);
      List<String> whole = Decoding.of(new SseDecoder(), bytes);
      int first = random.nextInt(bytes.length + 1);
      int second = random.nextInt(bytes.length - first + 1);
      assertThat(Decoding.of(new SseDecoder(), bytes, first, second))
          .as(new String(bytes, StandardCharsets.ISO_8859_1))
          .isEqualTo(whole);
    }
  }

  @Test
  void anEventLargerThanManyReadsComesWhole() {
    String value = "x".repeat(3 << 20);
    byte[] bytes = ("data: " + value + "\n\n").getBytes(StandardCharsets.US_ASCII);
    assertThat(Decoding.of(new SseDecoder(), bytes, 1 << 20, 1 << 20))
        .containsExactly("message||" + value);
  }

  @Test
  void aLineWithoutEndIsRefusedAtTheBound() {
    var channel = new EmbeddedChannel(new SseDecoder());
    byte[] part = ":".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= 16; i++) {
                channel.writeInbound(channel.alloc().buffer().writeBytes(part));
              }
            })
        .isInstanceOf(TooLongFrameException.class)
        .hasMessage("a line of the stream is longer than 16777216 bytes");
    channel.writeInbound(channel.alloc().buffer().writeBytes(part));
    assertThat(channel.finishAndReleaseAll()).isFalse();
  }

  @Test
  void anEventOfManyLinesIsRefusedAtTheBound() {
    var channel = new EmbeddedChannel(new SseDecoder());
    byte[] line = ("data: " + "x".repeat(1 << 20) + "\n").getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= 16; i++) {
                channel.writeInbound(channel.alloc().buffer().writeBytes(line));
              }
            })
        .isInstanceOf(TooLongFrameException.class)
        .hasMessage("an event of the stream is longer than 16777216 bytes");
    channel.finishAndReleaseAll();
  }

  @Test
  void eventsArePassedOnBeforeTheCallThatBroughtTheirBytesReturns() {
    var channel = new EmbeddedChannel(new SseDecoder());
    channel.writeInbound(
        channel.alloc().buffer().writeBytes("data: a\n\nda".getBytes(StandardCharsets.US_ASCII)));
    assertThat(channel.<Object>readInbound()).isInstanceOf(WireEvent.Data.class);
    channel.finishAndReleaseAll();
  }

  private static byte[] randomStream(Random random) {
    String alphabet = "data:\r\n evnti dry:é中😀\0:\n\n\uFEFF{}1";
    int[] points = alphabet.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
      if (random.nextInt(6) == 0) {
        text.append("data: ");
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Fixture fixture(String name, String stream, String... events) {
    return new Fixture(name, stream, List.of(events));
  }

  record Fixture(String name, String stream, List<String> events) {
    @Override
    public String toString() {
      return name;
    }
  }
}
