package io.sluice.kafka.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.kafka.record.RecordHeader;
import io.sluice.replay.FollowedLines.NumberedLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the run that is followed.
 *
 * @param record the record
 * @param first the number of its first line
 */
record LineRecord(ConsumerRecord<byte[], byte[]> record, long first) {

  /**
   * Returns what a record holds of a run; empty if it is of another run, or holds no lines of any.
   *
   * @throws IOException in one line, if it is of the run but in a version that is not known
   */
  static Optional<LineRecord> of(ConsumerRecord<byte[], byte[]> record, String run)
      throws IOException {
    if (RecordHeader.RUN.of(record.headers()).filter(run::equals).isEmpty()) {
      return Optional.empty();
    }
    String version = RecordHeader.VERSION.of(record.headers()).orElse("none");
    if (!version.equals(RecordHeader.CONTRACT)) {
      throw new IOException(
          "run '"
              + run
              + "' has records of version "
              + version
              + "; this Sluice reads version "
              + RecordHeader.CONTRACT);
    }
    return RecordHeader.SEQ
        .of(record.headers())
        .filter(number -> record.value() != null && number.matches("\\d{1,18}"))
        .map(number -> new LineRecord(record, Long.parseLong(number)));
  }

  /** Whether the run begins with it. */
  boolean opens() {
    return first == 0;
  }

  /** The lines of the record. */
  List<NumberedLine> lines() {
    List<NumberedLine> lines = new ArrayList<>();
    for (String text : new String(record.value(), UTF_8).split("\n", -1)) {
      lines.add(new NumberedLine(first + lines.size(), text));
    }
    return lines;
  }
}
