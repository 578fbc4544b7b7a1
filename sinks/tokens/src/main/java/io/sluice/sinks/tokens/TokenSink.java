package io.sluice.sinks.tokens;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.tokens.ChatTokens;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCounts;
import io.sluice.tokens.TokenEncoding;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Counts the tokens of an answer and of its prompt, and sets them beside what the server reports.
 * The whole text is counted at the end, never delta by delta: a token may span deltas, so that
 * counts of deltas do not add up. Mutable; for one run.
 */
public final class TokenSink implements Sink {

  private final Consumer<TokenReport> reports;
  private final Optional<ModelEncoding> chosen;
  private final Optional<LiveCount> live;
  private final TokenCounts counts;
  private Optional<ChatRequest> request = Optional.empty();

  private TokenSink(
      Consumer<TokenReport> reports,
      TokenCounts counts,
      Optional<ModelEncoding> chosen,
      Optional<LiveCount> live) {
    this.reports = reports;
    this.counts = counts;
    this.chosen = chosen;
    this.live = live;
  }

  /** Hands a report to {@code reports} at the end of the run, whatever end it is. */
  public TokenSink(Consumer<TokenReport> reports) {
    this(reports, new TokenCounts(), Optional.empty(), Optional.empty());
  }

  /** Prints the report as a table; {@code out} is not closed. */
  public static TokenSink printing(PrintStream out) {
    return new TokenSink(report -> print(out, report.text()));
  }

  /** Prints the report as a JSON object on one line; {@code out} is not closed. */
  public static TokenSink printingJson(PrintStream out) {
    return new TokenSink(report -> print(out, report.json().text() + "\n"));
  }

  /** The same with vocabularies that others have loaded, too. */
  public TokenSink sharing(TokenCounts loaded) {
    return new TokenSink(reports, loaded, chosen, live);
  }

  /** The same, counting with that encoding whatever the model is. */
  public TokenSink encoding(TokenEncoding encoding) {
    return new TokenSink(reports, counts, Optional.of(ModelEncoding.chosen(encoding)), live);
  }

  /**
   * The same, and after each {@code every} deltas of text {@code soFar} gets the count of choice 0.
   * Each time the text is counted anew from its beginning, so that the work grows with the square
   * of its length: with long answers choose a larger step.
   *
   * @throws IllegalArgumentException if {@code every} is less than 1
   */
  public TokenSink counting(int every, LongConsumer soFar) {
    return new TokenSink(reports, counts, chosen, Optional.of(new LiveCount(every, soFar)));
  }

  @Override
  public void onOpen(StreamContext context) {
    request = context.request();
  }

  @Override
  public void onChunk(Chunk chunk) {
    live.ifPresent(count -> count.add(chunk, text -> counts.count(encoding(chunk), text)));
  }

  @Override
  public void onEnd(Outcome outcome) {
    Completion completion = outcome.completion();
    ModelEncoding model = model(completion.model());
    var tokens = new ChatTokens(counts, model);
    reports.accept(
        new TokenReport(
            model.encoding(),
            request.map(tokens::prompt),
            tokens.answer(completion),
            completion.usage()));
  }

  private TokenEncoding encoding(Chunk chunk) {
    return model(chunk.origin().model()).encoding();
  }

  /** A deployment may have any name; then the model that answers says more than the one asked. */
  private ModelEncoding model(String answering) {
    return chosen.orElseGet(
        () ->
            Stream.of(ModelEncoding.of(asked()), ModelEncoding.of(answering))
                .min(Comparator.comparing(ModelEncoding::basis))
                .orElseThrow());
  }

  private String asked() {
    return request.map(ChatRequest::model).orElse("");
  }

  private static void print(PrintStream out, String text) {
    out.print(text);
    if (out.checkError()) {
      throw new UncheckedIOException(
          new IOException("the output was closed, or takes nothing more"));
    }
  }
}
