package io.sluice.server.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.count.UnrecordedCounts.Count;
import io.sluice.server.count.UnrecordedCounts.Kind;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of requests that are not recorded. */
class UnrecordedCountsTest {

  @Test
  void requestsOfOneKindAreCountedTogether() {
    var clock = new AtomicLong();
    var counts = new UnrecordedCounts(clock::get);
    var kind = new Kind("me", "default", "GET", "/models", OptionalInt.of(200));

    clock.set(Duration.ofMillis(30).toNanos());
    counts.add(kind, 1, 10, 0);
    counts.add(kind, 2, 20, Duration.ofMillis(20).toNanos());

    assertThat(counts.counts())
        .containsExactly(new Count(kind, 2, 3, 30, Duration.ofMillis(40), Duration.ofMillis(30)));
  }

  @Test
  void kindsThatClientsMakeUpAreBounded() {
    var counts = new UnrecordedCounts(() -> 0);
    for (int each = 0; each < 5_000; each++) {
      counts.add(new Kind("me", "default", "M" + each, "/", OptionalInt.empty()), 0, 0, 0);
    }

    assertThat(counts.counts()).hasSizeLessThanOrEqualTo(1_001);
    assertThat(counts.counts().stream().mapToLong(Count::requests).sum()).isEqualTo(5_000);
  }

  @ParameterizedTest
  @CsvSource({
    "/models,/models",
    "/models/gpt-4o-mini,/models/{id}",
    "/files/file-a1b2c3d4/content,/files/{id}/content",
    "/batches/17,/batches/{id}",
    "/vector_stores/vs_1/files,/vector_stores/vs_1/files",
    "/1/2/3/4/5/6/7/8/9,/{id}/{id}/{id}/{id}/{id}/{id}/{id}/…",
    "'',''"
  })
  void namesAreNoPartOfAPath(String path, String pattern) {
    assertThat(PathPattern.of(path)).isEqualTo(pattern);
  }
}
