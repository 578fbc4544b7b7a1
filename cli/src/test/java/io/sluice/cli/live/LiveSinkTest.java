package io.sluice.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.terminal.Ticker;
import io.sluice.json.ChunkReader;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Retry;
import io.sluice.tokens.Basis;
import io.sluice.tokens.TokenCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveSinkTest {
  private static final String ROLE = "{\"role\":\"assistant\"}";
  private static final String TEXT = "{\"content\":\"Hi\"}";
  private static final String THOUGHT = "{\"reasoning_content\":\"Hm\"}";
  private static final String TOOL =
      "{\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}";

  private final ByHand ticks = new ByHand();
  private final List<String> lines = new ArrayList<>();
  private TokenCount tokens = new TokenCount(0, Basis.EXACT);
  private long now;

  @Test
  void eachStageOfAnAnswerHasItsLine() {
    LiveSink sink = open(LiveSink.Shows.ALL);
    assertThat(after(1200)).isEqualTo("⠙ waiting for m · 1.2 s");
    sink.onRetry(new Retry(2, Duration.ofSeconds(3), new Failure.Connection("refused")));
    assertThat(after(1000)).isEqualTo("⠹ attempt 2 in 2.0 s · 2.2 s");
    assertThat(after(2000)).isEqualTo("⠸ waiting for attempt 2 · 4.2 s");
    sink.onChunk(chunk(ROLE));
    assertThat(after(100)).isEqualTo("⠼ m has begun; waiting for its first token · 4.3 s");
    sink.onChunk(chunk(TEXT));
    tokens = new TokenCount(82, Basis.EXACT);
    assertThat(after(2000)).isEqualTo("82 tokens · 41 tok/s · 6.3 s");
    sink.close();
    assertThat(lines).last().isEqualTo("");
  }

  @Test
  void hiddenThoughtsAndToolCallsAreWaitedFor() {
    LiveSink sink = open(LiveSink.Shows.TEXT);
    sink.onChunk(chunk(THOUGHT));
    tokens = new TokenCount(1, Basis.ESTIMATED);
    assertThat(after(1000)).isEqualTo("⠙ ~1 token so far · 1.0 s");
    sink.onChunk(chunk(TEXT));
    sink.onChunk(chunk(THOUGHT));
    assertThat(after(1000)).isEqualTo("~1 token · 2.0 s");

    LiveSink calling = open(LiveSink.Shows.ALL);
    calling.onChunk(chunk(TOOL));
    assertThat(after(0)).contains("so far");
  }

  @Test
  void whereOthersMayPrintItIsGoneWithTheFirstToken() {
    LiveSink sink = open(LiveSink.Shows.ELSEWHERE);
    ticks.tick();
    sink.onChunk(chunk(TEXT));
    assertThat(lines).last().isEqualTo("");
    assertThat(after(100)).isEmpty();
  }

  @Test
  void untilTheEndNothingIsShownWhereOneObjectIsPrinted() {
    LiveSink sink = open(LiveSink.Shows.NOTHING);
    sink.onChunk(chunk(TEXT));
    assertThat(after(61_000)).isEqualTo("⠙ 0 tokens so far · 1 min 1 s");
  }

  @Test
  void aTickThatComesTooLateDrawsNothing() {
    LiveSink sink = open(LiveSink.Shows.ALL);
    sink.close();
    ticks.tick();

    assertThat(lines).containsExactly("");
    assertThat(ticks.closed).isTrue();
  }

  private LiveSink open(LiveSink.Shows shows) {
    var sink = new LiveSink("m", () -> tokens, lines::add, shows, ticks, () -> now);
    sink.begin();
    return sink;
  }

  private static Chunk chunk(String delta) {
    String json = "{\"choices\":[{\"delta\":" + delta + "}]}";
    return new ChunkReader().read(json, Duration.ZERO, kind -> {});
  }

  private String after(long milliseconds) {
    now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    ticks.tick();
    return lines.get(lines.size() - 1);
  }

  private static final class ByHand implements Ticker {
    private Optional<Runnable> each = Optional.empty();
    private boolean closed;

    @Override
    public void start(Runnable tick) {
      each = Optional.of(tick);
    }

    @Override
    public void close() {
      closed = true;
    }

    void tick() {
      each.orElseThrow().run();
    }
  }
}
