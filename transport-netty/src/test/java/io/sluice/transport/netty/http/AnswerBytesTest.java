package io.sluice.transport.netty.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stands before the HTTP decoder may change how much that has to do, but nothing else. */
class AnswerBytesTest {

  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: x\r\n\r\n";

  private static final List<String> HEADS =
      List.of(
          HEAD,
          "HTTP/1.1 100 Continue\r\n\r\n" + HEAD,
          "\r\n" + HEAD,
          "HTTP/1.1 200 OK\ntransfer-encoding: Chunked\n\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n",
          "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
          "HTTP/1.1 200 OK\r\n\r\n",
          "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n",
          "HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n");

  private static final List<String> PIECES =
      List.of(
          "5\r\nhello\r\n",
          "00b\r\nhello\r\n\r\n\r\n\r\n",
          "A\r\n0123456789\r\n",
          "0000001\r\n1\r\n",
          "00000001\r\n1\r\n",
          "1;name=value\r\nx\r\n",
          "1 \r\nx\r\n",
          "1\nx\r\n",
          "1\r\nx\n",
          "1\r\nxy\r\n",
          "\r\n",
          "-1\r\n",
          "fffffff\r\nx",
          "ffffffffff\r\nx",
          "0\r\nx: y\r\n\r\n",
          "0;last\r\n\r\n",
          "0\r\n\r\nHTTP/1.1 200 OK\r\n");

  @Test
  void aPlainBodyIsTheSameAtEveryCut() {
    String answer = HEAD + "5\r\nhello\r\n00A\r\n0123456789\r\n1\r\n!\r\n0\r\nx: y\r\n\r\n";

    for (int first = 0; first <= answer.length(); first++) {
      for (int second = first; second <= answer.length(); second++) {
        assertThat(read(answer, true, first, second))
            .as("cut at %s and %s", first, second)
            .isEqualTo(new Read(1, "hello0123456789!", End.REACHED));
      }
    }
  }

  @Tag("thorough")
  @Test
  void anyAnswerIsReadAsTheDecoderAloneReadsIt() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String answer = answer(random);
      int[] cuts = random.ints(random.nextInt(5), 0, answer.length() + 1).sorted().toArray();

      assertThat(read(answer, true, cuts))
          .as("%s cut at %s", answer, cuts)
          .isEqualTo(read(answer, false, cuts));
    }
  }

  @Test
  void whatCameBeforeTheFramingBrokeIsTold() {
    var reading = new Reading();
    EmbeddedChannel channel = channel(true);
    channel.pipeline().addLast(reading);
    write(channel, HEAD);
    write(channel, "1\r\na\r\n1\r\nbc\r\n1\r\nd\r\n");

    assertThat(reading.read()).isEqualTo(new Read(1, "ab", End.NOT_REACHED));
    assertThat(reading.broken).isTrue();
    channel.finishAndReleaseAll();
  }

  @Test
  void theChunksOfOneReadAreOnePiece() {
    String chunks = "1\r\na\r\n".repeat(50);
    List<Integer> pieces = new ArrayList<>();
    EmbeddedChannel channel = channel(true);
    channel.pipeline().addLast(new Lengths(pieces));
    write(channel, HEAD);
    write(channel, chunks + "2\r\nb");
    write(channel, "c\r\n" + chunks + "0\r\n\r\n");
    channel.finishAndReleaseAll();

    assertThat(pieces).containsExactly(51, 51, 0);
  }

  private static String answer(Random random) {
    var answer =
        new StringBuilder(
            HEADS.get(Math.max(0, random.nextInt(3 * HEADS.size()) - 2 * HEADS.size())));
    int odd = random.nextInt(3) == 0 ? PIECES.size() : 4;
    for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
      answer.append(PIECES.get(random.nextInt(odd)));
    }
    answer.append(random.nextInt(4) == 0 ? "" : "0\r\n\r\n");
    if (random.nextInt(3) == 0) {
      answer.setCharAt(random.nextInt(answer.length()), "\r\n 0x:\u00ff".charAt(random.nextInt(7)));
    }
    return answer.toString();
  }

  private static Read read(String answer, boolean shortCut, int... cuts) {
    EmbeddedChannel channel = channel(shortCut);
    var reading = new Reading();
    channel.pipeline().addLast(reading);
    int at = 0;
    for (int cut : IntStream.concat(IntStream.of(cuts), IntStream.of(answer.length())).toArray()) {
      write(channel, answer.substring(at, cut));
      at = cut;
    }
    channel.finishAndReleaseAll();
    return reading.read();
  }

  private static EmbeddedChannel channel(boolean shortCut) {
    var channel = new EmbeddedChannel();
    if (shortCut) {
      channel.pipeline().addLast(new AnswerBytes());
      AnswerBytes.of(channel).begin();
    }
    channel.pipeline().addLast(HttpCodec.make());
    return channel;
  }

  private static void write(EmbeddedChannel channel, String bytes) {
    channel.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
  }

  /** What was made of an answer, up to the first thing that is no HTTP. */
  private record Read(int heads, String body, End end) {}

  private enum End {
    REACHED,
    /** Broken or missing: a decoder may notice the former when there is nothing more to come. */
    NOT_REACHED
  }

  private static final class Reading extends ChannelInboundHandlerAdapter {
    private final StringBuilder body = new StringBuilder();
    private int heads;
    private boolean ended;
    private boolean broken;

    Read read() {
      return new Read(heads, body.toString(), ended ? End.REACHED : End.NOT_REACHED);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpObject part && !broken && !ended) {
        take(context, part);
      }
      ReferenceCountUtil.release(message);
    }

    private void take(ChannelHandlerContext context, HttpObject part) {
      boolean informational = part instanceof HttpResponse head && head.status().code() == 100;
      if (part.decoderResult().isFailure()) {
        broken = true;
      } else if (part instanceof HttpResponse head && !informational) {
        heads++;
        AnswerBytes shortCut = AnswerBytes.of(context.channel());
        if (shortCut != null) {
          shortCut.head(head);
        }
      }
      if (part instanceof HttpContent content && heads > 0) {
        ByteBuf bytes = content.content();
        body.append(bytes.toString(ISO_8859_1));
        ended |= !broken && content instanceof LastHttpContent;
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      broken |= !ended;
    }
  }

  private static final class Lengths extends ChannelInboundHandlerAdapter {
    private final List<Integer> lengths;

    Lengths(List<Integer> lengths) {
      this.lengths = lengths;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpResponse head) {
        AnswerBytes.of(context.channel()).head(head);
      }
      if (message instanceof HttpContent content) {
        lengths.add(content.content().readableBytes());
      }
      ReferenceCountUtil.release(message);
    }
  }
}
