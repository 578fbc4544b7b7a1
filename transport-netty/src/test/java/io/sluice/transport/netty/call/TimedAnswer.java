package io.sluice.transport.netty.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.MockTicker;
import io.sluice.feed.ChunkSource;
import io.sluice.feed.FedStream;
import io.sluice.feed.Feed;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Failure.Timer;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.Streams;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.OpenAiDialect;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One attempt, without a network, by a clock that goes when it is told to, and its stream. */
final class TimedAnswer implements ChunkSource, Attempt.Call, Flow.Subscriber<Chunk> {

  private final StreamOptions options;
  private final MockTicker clock;
  private final EmbeddedChannel channel;
  private final ChatStream stream;
  private @Nullable Feed feed;
  private @Nullable Attempt attempt;
  private Flow.@Nullable Subscription demand;

  TimedAnswer(StreamOptions options, MockTicker clock, EmbeddedChannel channel) {
    this.options = options;
    this.clock = clock;
    this.channel = channel;
    this.stream = FedStream.of(this, clock::nanoTime);
    stream.publisher().subscribe(this);
    takes(1);
  }

  TimedAnswer after(int seconds) {
    clock.advance(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    return this;
  }

  /** A read that brings data, or a comment if it begins like one. */
  void says(String words) {
    ByteBuffer bytes = ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
    attempt()
        .event(
            words.equals(": ping")
                ? new WireEvent.Comment(" ping")
                : new WireEvent.Data("message", "", bytes));
    attempt().wantsMore();
  }

  void takes(long chunks) {
    Objects.requireNonNull(demand, "demand").request(chunks);
  }

  void isAlive() {
    assertThat(stream.outcome().toCompletableFuture()).isNotDone();
  }

  void isTimedOut(Timer which) {
    Streams.assertTimedOut(outcome(), which);
  }

  Outcome outcome() {
    takes(Long.MAX_VALUE);
    return Objects.requireNonNull(stream.outcome().toCompletableFuture().getNow(null), "alive");
  }

  Attempt attempt() {
    return Objects.requireNonNull(attempt, "attempt");
  }

  private Feed feed() {
    return Objects.requireNonNull(feed, "feed");
  }

  @Override
  public void start(Feed into) {
    feed = into;
    var endpoint = Endpoint.of("http://localhost/v1");
    var conversation =
        new ChatCall(endpoint, new Redaction(endpoint), new OpenAiDialect(), Streams.REQUEST);
    attempt = new Attempt(this, into, conversation, options, channel.eventLoop(), clock::nanoTime);
    into.sent(1);
    attempt().begin();
    attempt().head(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    attempt().wantsMore();
  }

  @Override
  public void read() {
    attempt().resume();
  }

  @Override
  public void cancel() {
    attempt().forget();
  }

  @Override
  public void headed(ResponseHead head) {}

  @Override
  public void chunk(Chunk chunk) {
    feed().chunk(chunk);
  }

  @Override
  public void ended(End end) {
    feed().end(end);
  }

  @Override
  public void silent(End.Silent end) {
    feed().end(end);
  }

  @Override
  public void failed(Failure failure, List<Chunk> held) {
    throw new AssertionError(failure);
  }

  @Override
  public void refused(HttpAnswer answer) {
    throw new AssertionError(answer);
  }

  @Override
  public void explained() {
    throw new AssertionError("nothing was refused");
  }

  @Override
  public void unanswered(End end) {
    throw new AssertionError(end);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    demand = subscription;
  }

  @Override
  public void onNext(Chunk chunk) {}

  @Override
  public void onError(Throwable reason) {}

  @Override
  public void onComplete() {}
}
