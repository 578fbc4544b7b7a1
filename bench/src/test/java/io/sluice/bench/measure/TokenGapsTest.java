package io.sluice.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TokenGapsTest {
  private final List<Long> reads = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final TokenGaps gaps =
      new TokenGaps(
          new TokenGaps.Recorder() {
            @Override
            public void read(long nanos) {
              reads.add(nanos);
            }

            @Override
            public void tokens(long nanos, long count) {
              tokens.add(nanos + "/" + count);
            }
          });

  @Test
  void aGapCountsForEachTokenAtItsEnd() {
    gaps.add(100, 1);
    gaps.add(140, 4);
    gaps.add(150, 1);
    gaps.end();

    assertThat(reads).containsExactly(40L, 10L);
    assertThat(tokens).containsExactly("40/4", "10/1");
    assertThat(gaps.longest()).isEqualTo(40);
  }

  /** Who hears that the stream has ended may ask before the answer is ended here. */
  @Test
  void theLongestGapIsKnownAsSoonAsItIsOver() {
    gaps.add(100, 1);
    gaps.add(110, 1);
    gaps.add(140, 1);

    assertThat(gaps.longest()).isEqualTo(30);
  }

  @Test
  void chunksOfOneReadCameTogether() {
    gaps.add(100, 2);
    gaps.add(140, 1);
    gaps.add(140, 1);
    gaps.add(140, 2);
    gaps.end();

    assertThat(reads).containsExactly(40L);
    assertThat(tokens).containsExactly("40/4");
  }

  @Test
  void aReadWithoutAFurtherTokenAddsItsGapToTheNext() {
    gaps.add(100, 1);
    gaps.add(120, 0);
    gaps.add(150, 1);
    gaps.end();

    assertThat(reads).containsExactly(20L, 30L);
    assertThat(tokens).containsExactly("50/1");
  }

  @Test
  void anAnswerInOneReadHasNoGap() {
    gaps.add(100, 9);
    gaps.end();
    gaps.end();

    assertThat(reads).isEmpty();
    assertThat(tokens).isEmpty();
    assertThat(gaps.longest()).isZero();
  }

  /** Whatever the chunks are: reads add up to the whole time, and so do the gaps of tokens. */
  @RepeatedTest(50)
  void allGapsAddUpToTheTimeFromTheFirstTokenToTheLast(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    long at = random.nextInt(1000);
    long first = at;
    long last = at;
    long counted = 0;
    gaps.add(at, 1);
    for (int i = random.nextInt(200); i > 0; i--) {
      at += random.nextInt(3) * 1000L;
      int brought = random.nextInt(5);
      gaps.add(at, brought);
      last = brought > 0 ? at : last;
      counted += at > first ? brought : 0;
    }
    gaps.end();

    long sum = 0;
    long weights = 0;
    for (String gap : tokens) {
      sum += Long.parseLong(gap.split("/", -1)[0]);
      weights += Long.parseLong(gap.split("/", -1)[1]);
    }
    assertThat(sum).isEqualTo(last - first);
    assertThat(weights).isEqualTo(counted);
    assertThat(reads.stream().mapToLong(Long::longValue).sum()).isEqualTo(at - first);
  }
}
