package io.sluice.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The first command of the README, by somebody who has just fetched the repository. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = Checkout.MOST_MINUTES, unit = TimeUnit.MINUTES)
class FirstCommandTest {

  /** What makes later starts quicker comes after the answer; until then it is written beside. */
  private static final String UNTIL_NOTHING_IS_WRITTEN =
      """
      cd cli/target/quick
      until ls *.jsa && ! ls -d *.lock; do sleep 1; done >&2
      """;

  @TempDir private Path world;

  @Test
  void theCommandBuildsItselfAndAnswers() throws IOException, InterruptedException {
    Checkout checkout = Checkout.into(world);

    String answer = checkout.run(checkout.folder(), "./sluice 'Write a haiku about coding.'");

    checkout.run(checkout.folder(), UNTIL_NOTHING_IS_WRITTEN);
    assertThat(answer).isNotBlank();
    assertThat(checkout.folder().resolve("testing/testkit/target")).doesNotExist();
  }
}
