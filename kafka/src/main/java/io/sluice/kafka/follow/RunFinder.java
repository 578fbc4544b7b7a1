package io.sluice.kafka.follow;

import io.sluice.kafka.client.ClientSettings;
import io.sluice.replay.FollowedRun;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptLine.OpenLine;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds runs in one topic and has them followed. Immutable and thread-safe; nothing is connected
 * between calls.
 *
 * @param client how the cluster is reached
 * @param topicName the topic
 * @param since the moment from which records are looked at; empty for all
 * @param idle how long to wait for a run to begin, and for its next record
 * @param dialects finds the dialect that a run names
 */
public record RunFinder(
    ClientSettings client,
    String topicName,
    Optional<Instant> since,
    Duration idle,
    Function<String, Dialect> dialects) {

  /**
   * Finds a run by its id.
   *
   * @throws IOException in one line, if the topic does not hold the beginning of such a run, or
   *     cannot be read
   */
  public FollowedRun find(String id) throws IOException {
    var topic = new RunTopic(client, topicName);
    LineRecord opening = new RunSearch(topic, id, since, idle).opening();
    OpenLine line = openLine(opening, id);
    return FollowedRun.of(
        line, topic.url(), dialect(line, id), () -> PartitionLines.open(topic, id, opening, idle));
  }

  private static OpenLine openLine(LineRecord opening, String id) throws IOException {
    try {
      Optional<TranscriptLine> line = TranscriptLine.parse(opening.lines().get(0).text());
      if (line.isPresent() && line.get() instanceof OpenLine open) {
        return open;
      }
    } catch (IllegalArgumentException malformed) {
      throw new IOException("run '" + id + "': " + malformed.getMessage(), malformed);
    }
    throw new IOException("run '" + id + "' does not begin with an opening line");
  }

  private Dialect dialect(OpenLine line, String id) throws IOException {
    try {
      return dialects.apply(line.dialect());
    } catch (IllegalArgumentException unknown) {
      throw new IOException("run '" + id + "': " + unknown.getMessage(), unknown);
    }
  }
}
