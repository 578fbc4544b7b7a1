package io.sluice.server.passage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.concurrent.Future;
import io.sluice.server.front.ClientSide;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends comments to the client of an event stream that is silent. Mutable; confined to the client's
 * loop.
 */
final class SilenceComments {

  private static final byte[] COMMENT = ":\n\n".getBytes(US_ASCII);

  private final ClientSide client;
  private final Duration pause;
  private final EventBoundary place = new EventBoundary();
  private @Nullable Future<?> due;

  private SilenceComments(ClientSide client, Duration pause) {
    this.client = client;
    this.pause = pause;
  }

  /** Begins to watch an answer, whose {@link #suits} is true. */
  static SilenceComments begin(ClientSide client, Duration pause) {
    var comments = new SilenceComments(client, pause);
    comments.await();
    return comments;
  }

  /** Whether comments can stand in an answer: an event stream, not packed, of unknown length. */
  static boolean suits(HttpResponse answer) {
    HttpHeaders fields = answer.headers();
    String type = fields.get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
    String packing = fields.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
    return type.startsWith("text/event-stream")
        && packing.equalsIgnoreCase("identity")
        && !HttpUtil.isContentLengthSet(answer);
  }

  /** The next bytes of the answer were sent. */
  void passed(ByteBuf bytes) {
    place.pass(bytes);
    await();
  }

  /** The answer is over. */
  void stop() {
    if (due != null) {
      due.cancel(false);
    }
  }

  private void await() {
    stop();
    due = client.loop().schedule(this::comment, pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void comment() {
    if (place.isBetween() && client.isWritable()) {
      client.piece(new DefaultHttpContent(Unpooled.wrappedBuffer(COMMENT)));
      client.flush();
    }
    await();
  }
}
