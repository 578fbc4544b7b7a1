package io.sluice.kafka.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.kafka.record.RecordType;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the lines of a run into records: until they have so many bytes, or the first of them has
 * waited so long. Lines of another type than chunks wait for nothing, but never overtake a chunk.
 * The lines that wait are sent on the clock's thread if no further line comes. Thread-safe.
 */
final class ChunkGatherer {

  private final SharedProducer.Open producer;
  private final SentRecords sent;
  private final RunRecords records;
  private final Duration linger;
  private final int bytes;
  private final int longest;
  private final StringBuilder waiting = new StringBuilder();
  private int waitingLines;
  private int waitingBytes;
  private @Nullable Future<?> due;

  /**
   * Creates a gatherer without lines.
   *
   * @param linger how long a line may wait
   * @param bytes how many bytes of lines are gathered, within what a record may have
   */
  ChunkGatherer(
      SharedProducer.Open producer,
      SentRecords sent,
      RunRecords records,
      Duration linger,
      int bytes) {
    this.producer = producer;
    this.sent = sent;
    this.records = records;
    this.linger = linger;
    this.longest = producer.largestRecord() - records.overhead();
    this.bytes = Math.min(bytes, longest);
  }

  /**
   * Adds the line of a chunk.
   *
   * @param line the line and its line feed
   * @throws IOException in one line, if it is too long for a record, or what was sent before failed
   */
  synchronized void chunk(String line) throws IOException {
    sent.check();
    String text = line.stripTrailing();
    int size = size(text);
    if (waitingLines > 0 && waitingBytes + 1 + size > bytes) {
      flush();
    }
    if (waitingLines > 0) {
      waiting.append('\n');
      waitingBytes++;
    }
    waiting.append(text);
    waitingLines++;
    waitingBytes += size;
    if (waitingBytes >= bytes || linger.isZero()) {
      flush();
    } else if (due == null) {
      due = producer.later(linger, this::flushLate);
    }
  }

  /**
   * Sends the lines that wait and then this one.
   *
   * @param line the line and its line feed
   * @throws IOException as {@link #chunk} does
   */
  synchronized void atOnce(RecordType type, String line) throws IOException {
    flush();
    String text = line.stripTrailing();
    size(text);
    sent.send(records.lines(type, text, 1));
  }

  /** Sends the lines that wait and then the last line of the run. */
  synchronized void end(String line, String status) throws IOException {
    flush();
    String text = line.stripTrailing();
    size(text);
    sent.send(records.end(text, status));
  }

  /**
   * Sends the lines that wait.
   *
   * @throws IOException in one line, if that or what was sent before failed
   */
  synchronized void flush() throws IOException {
    if (due != null) {
      due.cancel(false);
      due = null;
    }
    if (waitingLines > 0) {
      var record = records.lines(RecordType.CHUNK, waiting.toString(), waitingLines);
      waiting.setLength(0);
      waitingLines = 0;
      waitingBytes = 0;
      sent.send(record);
    }
  }

  private void flushLate() {
    try {
      flush();
    } catch (IOException kept) {
      // The next call of the run reports it.
    }
  }

  private int size(String text) throws IOException {
    int size = text.getBytes(UTF_8).length;
    if (size > longest) {
      throw new IOException(
          "a line of "
              + size
              + " bytes is longer than a record may be; raise max.request.size, now "
              + producer.largestRecord()
              + ", and the topic's max.message.bytes");
    }
    return size;
  }
}
