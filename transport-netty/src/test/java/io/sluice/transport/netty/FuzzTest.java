package io.sluice.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.CompletionJson;
import io.sluice.json.JsonObject;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Spoilt streams through decoder, reader and fold. Whatever comes, nothing is thrown, the cuts
 * between reads mean nothing, and the answer so far is one JSON object. What ever failed here is
 * kept in the corpus, and played at every cut.
 */
class FuzzTest {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final List<byte[]> corpus = corpus();

  @Test
  void theCorpusMeansTheSameAtEveryCut() {
    for (byte[] bytes : corpus) {
      String whole = picture(FedBytes.outcome(bytes));
      for (int cut = 0; cut <= bytes.length; cut++) {
        assertThat(picture(FedBytes.outcome(bytes, cut))).as("cut at %s", cut).isEqualTo(whole);
      }
    }
  }

  @Tag("thorough")
  @Test
  void threeThousandSpoiltStreamsBreakNothing() {
    var random = new Random(42);
    var mutation = new Mutation(random, corpus);
    for (int i = 0; i < 3_000; i++) {
      assertBreaksNothing(mutation.next(), random);
    }
  }

  @Test
  @Tag("thorough")
  void aMinuteOfSpoiltStreamsBreaksNothing() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var mutation = new Mutation(random, corpus);
    Instant end = Instant.now().plus(A_MINUTE);
    while (Instant.now().isBefore(end)) {
      assertBreaksNothing(mutation.next(), random);
    }
  }

  private static void assertBreaksNothing(byte[] bytes, Random random) {
    try {
      Outcome whole = FedBytes.outcome(bytes);
      int first = random.nextInt(bytes.length + 1);
      int second = first + random.nextInt(bytes.length - first + 1);
      Outcome cut = FedBytes.outcome(bytes, first, second);
      assertThat(picture(cut)).as("cut at %s and %s", first, second).isEqualTo(picture(whole));
      JsonObject.read(CompletionJson.write(whole.completion()));
      // A key may be spoilt by a backslash: an escape that JSON does not know is read as what
      // follows.
      String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\\", "");
      if (!text.contains("[DONE]") && !text.contains("finish_reason")) {
        assertThat(whole.status()).isNotEqualTo(Status.COMPLETED);
      }
    } catch (RuntimeException | AssertionError broken) {
      throw new AssertionError(
          "keep this in the corpus (hex): " + HexFormat.of().formatHex(bytes), broken);
    }
  }

  private static String picture(Outcome outcome) {
    return String.join(
        "\n",
        outcome.status().word(),
        outcome.failure().toString(),
        outcome.irregularities().toString(),
        Long.toString(outcome.chunks()),
        CompletionJson.write(outcome.completion()));
  }

  private static List<byte[]> corpus() {
    try (Stream<Path> files = Files.list(Path.of(FuzzTest.class.getResource("corpus").toURI()))) {
      List<byte[]> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
      return all;
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
