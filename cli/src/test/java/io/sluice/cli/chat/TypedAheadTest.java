package io.sluice.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.terminal.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypedAheadTest {
  private final Keys keys = new Keys();
  private final ManualTicker ticker = new ManualTicker();
  private final AtomicInteger escapes = new AtomicInteger();
  private final TypedAhead typed = new TypedAhead(keys, ticker, escapes::incrementAndGet);

  @BeforeEach
  void start() {
    typed.start();
  }

  @Test
  void whatIsTypedBetweenTheLooksIsOneText() {
    keys.type("he");
    ticker.look(1);
    keys.type("llo");
    typed.close();

    assertThat(typed.text()).isEqualTo("hello");
    assertThat(escapes).hasValue(0);
  }

  @Test
  void aLoneEscapeCountsOnceAndLeavesNoTrace() {
    keys.type("a\033");
    ticker.look(3);
    assertThat(escapes).hasValue(0);
    ticker.look(10);
    keys.type("b");
    typed.close();

    assertThat(escapes).hasValue(1);
    assertThat(typed.text()).isEqualTo("ab");
  }

  @Test
  void anArrowIsNoEscapeHoweverItIsSplit() {
    for (String key : new String[] {"\033", "[", "A", "x"}) {
      keys.type(key);
      ticker.look(2);
    }
    ticker.look(10);

    assertThat(escapes).hasValue(0);
    assertThat(typed.text()).isEqualTo("x");
  }

  @Test
  void moreThanFitsIsReadAndDropped() {
    for (int times = 0; times < 20; times++) {
      keys.type("x".repeat(8 * 1024));
      ticker.look(1);
    }

    assertThat(typed.text()).hasSize(64 * 1024);
    assertThat(keys.waiting()).isZero();
  }

  @Test
  void aTerminalThatIsGoneIsForTheNextQuestionToFind() {
    keys.type("a");
    ticker.look(1);
    keys.vanish();
    ticker.look(1);
    typed.close();

    assertThat(typed.text()).isEqualTo("a");
  }

  private static final class ManualTicker implements Ticker {
    private Runnable each = () -> {};

    @Override
    public void start(Runnable action) {
      each = action;
    }

    void look(int times) {
      for (int time = 0; time < times; time++) {
        each.run();
      }
    }

    @Override
    public void close() {
      each = () -> {};
    }
  }

  @SuppressWarnings("InputStreamSlowMultibyteRead") // A few keys.
  private static final class Keys extends InputStream {
    private final Deque<Byte> waiting = new ArrayDeque<>();
    private boolean gone;

    void type(String text) {
      for (byte key : text.getBytes(StandardCharsets.UTF_8)) {
        waiting.add(key);
      }
    }

    void vanish() {
      gone = true;
    }

    int waiting() {
      return waiting.size();
    }

    @Override
    public int available() throws IOException {
      if (gone) {
        throw new IOException("Input/output error");
      }
      return waiting.size();
    }

    @Override
    public int read() {
      return waiting.isEmpty() ? -1 : waiting.remove() & 0xff;
    }
  }
}
