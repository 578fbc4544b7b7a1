package io.sluice.kafka.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.sink.StreamContext;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/**
 * What the records of a run are keyed by. All records of a key go to one partition, in order.
 *
 * @param attribute the attribute of the run whose value is the key; empty for the id of the run,
 *     which also counts for a run without the attribute
 */
public record RecordKey(Optional<String> attribute) {

  /** The attribute that a batch gives the run of a row. */
  public static final String CUSTOM_ID = "custom_id";

  private static final String LABEL = "label:";

  /** Refuses null. */
  public RecordKey {
    Objects.requireNonNull(attribute, "attribute");
  }

  /** The key that results have, of which the last one counts. */
  public static RecordKey ofResults() {
    return new RecordKey(Optional.of(CUSTOM_ID));
  }

  /**
   * Reads {@code run}, {@code custom_id} or {@code label:NAME}.
   *
   * @throws IllegalArgumentException in one line, if it is none of them
   */
  public static RecordKey parse(String text) {
    if (text.equals("run")) {
      return new RecordKey(Optional.empty());
    }
    if (text.equals(CUSTOM_ID)) {
      return ofResults();
    }
    if (text.startsWith(LABEL) && text.length() > LABEL.length()) {
      return new RecordKey(Optional.of(text.substring(LABEL.length())));
    }
    throw new IllegalArgumentException(
        "option 'key' is '" + text + "'; use run, custom_id or label:NAME");
  }

  /** The key of a run. */
  public String of(StreamContext run) {
    return attribute
        .flatMap(name -> Optional.ofNullable(run.attributes().get(name)))
        .orElse(run.id());
  }

  /** The partition of a key, as every client of Kafka picks it that is given none. */
  public static int partition(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
  }
}
