package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.ChunkSource;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Failure.Timer;
import io.sluice.stream.FedStream;
import io.sluice.stream.Feed;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.OpenAiDialect;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits on waiting, by a clock that goes when it is told to. */
class AttemptTimersTest {

  private static final Timeouts LIMITS =
      Timeouts.defaults().firstToken(Duration.ofSeconds(10)).idle(Duration.ofSeconds(5));

  private final MockTicker clock = Ticker.newMockTicker();
  private final EmbeddedChannel channel = EmbeddedChannel.builder().ticker(clock).build();

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void whatKeepsAliveRestartsTheWaitForTheFirstTokenToo() {
    var answer = new Answer(LIMITS);
    answer.after(9).says(": ping");
    answer.after(9).says(role());
    answer.after(9).isAlive();
    answer.after(1).isTimedOut(Timer.FIRST_TOKEN);
  }

  @Test
  void theFirstTokenIsWaitedForWhateverElseComesIfOneIsToldSo() {
    var answer = new Answer(LIMITS.comments(Timeouts.Comments.IGNORED));
    answer.after(9).says(": ping");
    answer.says(role());
    answer.after(1);
    answer.isTimedOut(Timer.FIRST_TOKEN);
  }

  @Test
  void anAnswerInOnePieceHasALimitOfItsOwn() {
    var answer =
        new Answer(StreamOptions.defaults().timeouts(LIMITS.whole(Duration.ofSeconds(20))).whole());
    answer.after(19).says(": ping");
    answer.after(1).isTimedOut(Timer.WHOLE);
  }

  @Test
  void behindTheFirstTokenEachEventBeginsTheWaitAnew() {
    var answer = new Answer(LIMITS);
    answer.after(9).says(text("a"));
    answer.after(4).says(text("b"));
    answer.after(4).says(text("c"));
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
    assertThat(answer.outcome().completion().text()).isEqualTo("abc");
  }

  @Test
  void whatKeepsAliveIsASignOfLife() {
    var answer = new Answer(LIMITS);
    answer.says(text("a"));
    answer.after(4).says(": ping");
    answer.after(4).says("");
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
  }

  @Test
  void whatKeepsAliveIsNoSignOfLifeIfOneIsToldSo() {
    var answer = new Answer(LIMITS.comments(Timeouts.Comments.IGNORED));
    answer.says(text("a"));
    answer.after(4).says(": ping");
    answer.says("");
    answer.says(": wrapped up as data");
    answer.after(1).isTimedOut(Timer.IDLE);
  }

  @Test
  void timeStandsStillWhileNobodyReads() {
    var answer = new Answer(LIMITS);
    for (int i = 0; i < 17; i++) {
      answer.says(text("a")); // The first is taken, and sixteen may wait.
    }
    assertThat(answer.attempt().wantsMore()).isFalse();
    answer.after(3_600).isAlive();
    answer.takes(8);
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
  }

  @Test
  void aFinishedAnswerWaitsForItsEndMarker() {
    var answer = new Answer(LIMITS.afterFinish(Duration.ofSeconds(3)));
    answer.says(text("a"));
    answer.says(finish("stop"));
    answer.after(2).says(text(""));
    answer.after(2).isAlive();
    answer.after(1);
    assertThat(kinds(answer.outcome())).containsExactly(Kind.SILENCE_AFTER_FINISH);
  }

  @Test
  void aFinishBeforeAnythingWasSaidShortensNoWait() {
    var answer = new Answer(LIMITS.afterFinish(Duration.ofSeconds(3)));
    answer.says(finish("stop"));
    answer.after(4).isAlive();
    answer.says(text("a"));
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
  }

  @Test
  void whoeverCallsToolsMaySpeakOn() {
    var answer = new Answer(LIMITS.afterFinish(Duration.ofSeconds(3)));
    answer.says(text("a"));
    answer.says(finish("tool_calls"));
    answer.after(4).isAlive();
    answer.says(text("b"));
    answer.says(finish("stop"));
    answer.after(2).isAlive();
    answer.after(1);
    assertThat(answer.outcome().completion().text()).isEqualTo("ab");
    assertThat(kinds(answer.outcome()))
        .containsExactly(Kind.SILENCE_AFTER_FINISH, Kind.DELTA_AFTER_FINISH);
  }

  @Test
  void aDeltaBehindTheFinishRestoresTheWait() {
    var answer = new Answer(LIMITS.afterFinish(Duration.ofSeconds(3)));
    answer.says(text("a"));
    answer.says(finish("stop"));
    answer.after(2).says(text("b"));
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
    assertThat(answer.outcome().completion().finishReason()).isEmpty();
  }

  @Test
  void theLastByteBeforeTheLimitCounts() {
    var answer = new Answer(LIMITS);
    answer.says(text("a"));
    clock.advance(5, TimeUnit.SECONDS);
    answer.says(finish("stop"));
    answer.says("[DONE]");
    channel.runScheduledPendingTasks();
    assertThat(answer.outcome().failure()).isEmpty();
    assertThat(answer.outcome().irregularities()).isEmpty();
  }

  @Test
  void whatComesBehindTheLimitIsTooLate() {
    var answer = new Answer(LIMITS);
    answer.says(text("a"));
    answer.after(5).says(text("b"));
    answer.isTimedOut(Timer.IDLE);
    assertThat(answer.outcome().completion().text()).isEqualTo("a");
  }

  private static String role() {
    return "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}";
  }

  private static String text(String text) {
    return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}";
  }

  private static String finish(String reason) {
    return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
  }

  /** One attempt, without a network, and the stream it feeds. */
  private final class Answer implements ChunkSource, Attempt.Call, Flow.Subscriber<Chunk> {

    private final StreamOptions options;
    private final ChatStream stream = FedStream.of(this, clock::nanoTime);
    private @Nullable Feed feed;
    private @Nullable Attempt attempt;
    private Flow.@Nullable Subscription demand;

    Answer(Timeouts limits) {
      this(StreamOptions.defaults().timeouts(limits));
    }

    Answer(StreamOptions options) {
      this.options = options;
      stream.publisher().subscribe(this);
      takes(1);
    }

    Answer after(int seconds) {
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
          new Conversation(endpoint, new Redaction(endpoint), new OpenAiDialect(), Streams.REQUEST);
      attempt = new Attempt(this, into, conversation, options, channel.eventLoop());
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
}
