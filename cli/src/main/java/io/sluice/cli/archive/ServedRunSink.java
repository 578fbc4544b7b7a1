package io.sluice.cli.archive;

import io.sluice.settings.PriceList;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Keeps a run of a server in the user's archive. What is asked, and in which conversation, is not
 * known before the run begins. Mutable; for one run.
 */
final class ServedRunSink implements Sink {
  /** The attribute by which a run names its conversation. */
  private static final String CONVERSATION = "conversation";

  private final Predicate<StreamContext> meant;
  private final Predicate<StreamContext> required;
  private final BiFunction<ArchivedConversation, RunTokens, ArchiveSink> archive;
  private final PriceList prices;
  private Sink kept = chunk -> {};

  /**
   * Creates the sink.
   *
   * @param meant whether a run is to be kept
   * @param required whether such a run does not begin if it cannot be kept
   * @param archive makes what keeps a run of that conversation, with its count
   */
  ServedRunSink(
      Predicate<StreamContext> meant,
      Predicate<StreamContext> required,
      BiFunction<ArchivedConversation, RunTokens, ArchiveSink> archive,
      PriceList prices) {
    this.meant = meant;
    this.required = required;
    this.archive = archive;
    this.prices = prices;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    if (meant.test(context)) {
      String named = context.attributes().get(CONVERSATION);
      ArchivedConversation conversation =
          named == null ? ArchivedConversation.begun() : ArchivedConversation.begun(named);
      ArchiveSink sink = archive.apply(conversation, RunTokens.of(context.request(), prices));
      kept = sink;
      if (required.test(context)) {
        sink.openFirst(context);
      } else {
        sink.onOpen(context);
      }
    }
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    kept.onRetry(retry);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    kept.onChunk(chunk);
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    kept.onEnd(outcome);
  }

  @Override
  public void close() throws IOException {
    kept.close();
  }
}
