package io.sluice.transport.netty.call;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.body.EndOfBody;
import io.sluice.transport.netty.body.RatioBound;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.http.HttpBody;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.WireEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes chunks of an answer that another exchange receives, with the handlers and the reader that
 * an exchange of one's own has, but without its time limits. Mutable; for one thread at a time.
 */
final class ReceivedDecoding implements Attempt.Call {

  private final ChatCall conversation;
  private final StreamOptions options;
  private final ReceivedFeed feed;
  private final EmbeddedChannel channel;
  private final Attempt attempt;
  private Optional<End> said = Optional.empty();

  ReceivedDecoding(ChatCall conversation, StreamOptions options, Feed into) {
    this.conversation = conversation;
    this.options = options;
    this.feed = new ReceivedFeed(into);
    this.channel =
        new EmbeddedChannel(new RatioBound(), new HttpBody(conversation.decoder()), new Tail());
    // The time limits of the attempt are never reached, since nothing is waited for.
    channel.freezeTime();
    this.attempt = new Attempt(this, feed, conversation, options, channel.eventLoop());
    into.sent(1);
  }

  boolean wantsMore() {
    return attempt.wantsMore();
  }

  /** Decodes a part of the answer, or its end. */
  void take(ReceivedSource.Arrival arrival) {
    feed.at(Duration.ofNanos(arrival.nanos()));
    arrival.part().ifPresent(this::part);
    arrival.end().ifPresent(this::end);
  }

  /** Frees what is left; may be called again. */
  void close() {
    attempt.forget();
    channel.finishAndReleaseAll();
  }

  private void part(HttpObject part) {
    boolean last = part instanceof LastHttpContent;
    channel.writeInbound(part);
    if (last) {
      close();
    }
  }

  /** An end that says its status itself counts, whatever is unfinished then. */
  private void end(End end) {
    said = Optional.of(end).filter(End.Recorded.class::isInstance);
    attempt.ended(end);
    close();
  }

  @Override
  public void headed(ResponseHead head) {
    options.onHead().accept(head);
  }

  @Override
  public void chunk(Chunk chunk) {
    feed.chunk(chunk);
  }

  @Override
  public void ended(End end) {
    feed.end(said.orElseGet(() -> conversation.dialect().ending().of(end)));
  }

  @Override
  public void silent(End.Silent end) {
    ended(end);
  }

  @Override
  public void failed(Failure failure, List<Chunk> held) {
    held.forEach(this::chunk);
    ended(new End.Failed(conversation.redaction().of(failure)));
  }

  @Override
  public void refused(HttpAnswer answer) {
    ended(new End.Failed(conversation.redaction().of(conversation.dialect().failure(answer))));
  }

  @Override
  public void explained() {
    attempt.ended(new End.Cut("the explanation of the refusal did not come"));
  }

  @Override
  public void unanswered(End end) {
    ended(end);
  }

  /** Hands the attempt what the decoders make of the answer. */
  private final class Tail extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpResponse head) {
        attempt.head(head);
      } else if (message instanceof WireEvent event) {
        attempt.event(event);
      } else if (message == EndOfBody.REACHED) {
        attempt.ended(new End.Closed());
      } else {
        ReferenceCountUtil.release(message);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      Optional<Failure> excess = ConnectionErrors.excess(cause);
      attempt.ended(
          excess
              .<End>map(End.Failed::new)
              .orElseGet(() -> new End.Cut(ConnectionErrors.breaking(cause).message())));
    }
  }
}
