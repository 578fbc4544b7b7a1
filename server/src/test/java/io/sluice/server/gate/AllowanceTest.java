package io.sluice.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10);
  private final Allowance allowance = new Allowance(2, Duration.ofNanos(100), clock::get);

  @Test
  void eachKeyHasItsTimesWithinAPeriodThatBeginsWithTheFirst() {
    assertThat(allowance.use("a")).isEmpty();
    clock.addAndGet(60);
    assertThat(allowance.use("a")).isEmpty();
    assertThat(allowance.use("a")).contains(Duration.ofNanos(40));
    assertThat(allowance.use("b")).isEmpty();
    clock.addAndGet(40);
    assertThat(allowance.use("a")).isEmpty();
  }

  @Test
  void lookingCostsNothing() {
    assertThat(allowance.left("a")).isEmpty();
    allowance.use("a");
    allowance.use("a");
    assertThat(allowance.left("a")).contains(Duration.ofNanos(100));
    assertThat(allowance.left("a")).contains(Duration.ofNanos(100));
  }

  @Test
  void manyKeysDoNotFillTheMemory() {
    allowance.use("first");
    allowance.use("first");
    for (int key = 0; key < 5_000; key++) {
      allowance.use("key " + key);
    }

    assertThat(allowance.left("first")).isEmpty();
    allowance.use("key 4999");
    assertThat(allowance.left("key 4999")).isPresent();
  }
}
