package io.sluice.kafka.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.kafka.client.TopicDirectory;
import io.sluice.kafka.record.RecordHeader;
import io.sluice.kafka.record.RecordKey;
import io.sluice.kafka.record.RecordType;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.transcript.TranscriptWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run to Kafka. It opens when the brokers have acknowledged the opening line, or have told
 * the partitions of the topic for results, so that nothing is paid for which could not be kept. For
 * one run.
 */
final class KafkaSink implements Sink {

  private final SharedProducer shared;
  private final KafkaSinkOptions options;
  private @Nullable StreamContext run;
  private @Nullable SentRecords sent;
  private @Nullable ChunkGatherer chunks;
  private @Nullable RunRecords results;
  private int largestRecord;
  private boolean anyToken;

  KafkaSink(SharedProducer shared, KafkaSinkOptions options) {
    this.shared = shared;
    this.options = options;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    String first = options.part().hasChunks() ? options.topic() : options.results();
    SharedProducer.Open producer = shared.open(first);
    largestRecord = producer.largestRecord();
    run = context;
    sent = new SentRecords(producer);
    if (options.part().hasResult()) {
      results = new RunRecords(resultTarget(producer.topics(), context), context);
    }
    if (options.part().hasChunks()) {
      RunRecords records = new RunRecords(chunkTarget(producer.topics(), context), context);
      chunks = new ChunkGatherer(producer, sent, records, options.linger(), options.bytes());
      StreamContext shown = options.withContent() ? context : new ContextWithoutRequest(context);
      chunks.atOnce(RecordType.OPEN, TranscriptWriter.open(shown));
      sent.await();
    }
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    if (chunks != null) {
      chunks.atOnce(RecordType.RETRY, TranscriptWriter.retry(retry));
    }
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    if (chunks != null && options.withContent()) {
      String line = TranscriptWriter.chunk(chunk);
      chunks.chunk(line);
      if (!anyToken && chunk.deltas().stream().anyMatch(Delta::carriesTokens)) {
        anyToken = true;
        chunks.flush();
      }
    }
    if (sent != null) {
      sent.check();
    }
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    if (run == null || sent == null) {
      return;
    }
    if (chunks != null) {
      chunks.end(TranscriptWriter.end(outcome), outcome.status().word());
    }
    if (results != null && outcome.wasSent()) {
      result(run, results, sent, outcome);
    }
    sent.await();
  }

  /** Sends the lines that wait: of a run that never ended, they are what is known. */
  @Override
  public void close() throws IOException {
    if (chunks != null) {
      try {
        chunks.flush();
      } catch (IOException reported) {
        // A call of the run has said so, or the run is over and nobody asked for this.
      }
    }
  }

  private void result(StreamContext context, RunRecords records, SentRecords to, Outcome outcome)
      throws IOException {
    String status = outcome.status().word();
    Optional<String> customId = Optional.ofNullable(context.attributes().get(RecordKey.CUSTOM_ID));
    var line = new ResultRecord(context, customId, outcome);
    String whole = options.withContent() ? line.whole() : line.withoutBody();
    int size = whole.getBytes(UTF_8).length;
    if (size <= largestRecord - records.overhead()) {
      to.send(records.result(whole, status));
    } else {
      var record = records.result(line.withoutBody(), status);
      RecordHeader.OVERSIZE.add(record.headers(), Integer.toString(size));
      to.send(record);
    }
  }

  private TopicTarget chunkTarget(TopicDirectory topics, StreamContext context) throws IOException {
    return target(topics, options.topic(), options.key().of(context), TopicDirectory.ofChunks());
  }

  private TopicTarget resultTarget(TopicDirectory topics, StreamContext context)
      throws IOException {
    String key = RecordKey.ofResults().of(context);
    return target(topics, options.results(), key, TopicDirectory.ofResults());
  }

  private TopicTarget target(
      TopicDirectory topics, String topic, String key, Map<String, String> config)
      throws IOException {
    int partitions = options.creates() ? topics.created(topic, config) : topics.partitions(topic);
    return TopicTarget.of(topic, partitions, key);
  }
}
