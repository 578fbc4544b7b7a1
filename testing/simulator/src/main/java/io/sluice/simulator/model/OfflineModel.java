package io.sluice.simulator.model;

import io.sluice.simulator.schema.PromptValues;
import io.sluice.simulator.schema.Sample;
import io.sluice.simulator.schema.SampleSchema;
import java.util.List;
import java.util.Optional;

/**
 * The model {@code sluice-offline}. Immutable; it can produce any number of answers at the same
 * time.
 */
public final class OfflineModel {
  private static final int LONGEST_SENTENCE = 60;

  private final Corpus corpus;

  private OfflineModel(Corpus corpus) {
    this.corpus = corpus;
  }

  /** Reads the text, which takes some tens of milliseconds. */
  public static OfflineModel load() {
    return new OfflineModel(CorpusReader.read());
  }

  /** The number of this model's tokens in a text. */
  public static int tokens(String text) {
    return WordTokenizer.tokens(text).size();
  }

  /** Begins an answer; nothing is computed before its first token is requested. */
  public Answer answer(String prompt, Sampling sampling, TokenBudget budget) {
    return new Answer(words(prompt, sampling), sampling, budget);
  }

  /** Begins an answer that opens with a given text. */
  public Answer answer(String opening, String prompt, Sampling sampling, TokenBudget budget) {
    TokenSource tokens = TokenSource.certain(opening, sampling).then(words(prompt, sampling));
    return new Answer(tokens, sampling, budget);
  }

  /** Says a given text. */
  public Answer recite(String text, Sampling sampling, TokenBudget budget) {
    return new Answer(TokenSource.certain(text, sampling), sampling, budget);
  }

  /**
   * Thinks about a prompt in so many paragraphs.
   *
   * @param paragraphs at least 1
   */
  public Answer reasoning(String prompt, int paragraphs, Sampling sampling, TokenBudget budget) {
    var understood = new Prompt(prompt);
    var next = new NextToken(corpus, CorpusWeights.weights(corpus, understood, "think"));
    TokenSource tokens = thought(understood, next, sampling);
    for (int i = 1; i < paragraphs; i++) {
      // One memory for all of them, so that no paragraph is told twice.
      tokens =
          tokens
              .then(TokenSource.certain("\n\n", sampling))
              .then(thought(understood, next, sampling));
    }
    return new Answer(tokens, sampling, budget);
  }

  /**
   * Writes JSON that holds against a schema. The value is chosen at once; its tokens are read like
   * those of any answer.
   *
   * @throws io.sluice.simulator.schema.UnservableSchema if no value was found
   */
  public Answer json(
      SampleSchema schema, PromptValues values, Sampling sampling, TokenBudget budget) {
    Sampler sampler = Sampler.ofWeights(sampling);
    Sample sample = schema.sample(values, sampler::choose);
    return new Answer(TokenSource.of(JsonTokens.of(sample, sampling, sampler)), sampling, budget);
  }

  /** What the model would say to a prompt, up to the end of its first sentence. */
  public String sentence(String prompt, Sampling sampling) {
    Answer answer = answer(prompt, sampling.withoutStops(), new TokenBudget(LONGEST_SENTENCE));
    var sentence = new StringBuilder();
    for (Optional<AnswerPiece> piece = answer.next(); piece.isPresent(); piece = answer.next()) {
      sentence.append(piece.get().text());
      if (List.of(".", "!", "?").contains(piece.get().text())) {
        break;
      }
    }
    return sentence.toString().strip().replaceAll("\\s+", " ");
  }

  private TokenSource words(String prompt, Sampling sampling) {
    var understood = new Prompt(prompt);
    return thought(
        understood, new NextToken(corpus, CorpusWeights.weights(corpus, understood)), sampling);
  }

  private TokenSource thought(Prompt prompt, NextToken next, Sampling sampling) {
    return new AnswerWords(corpus.vocabulary(), next, prompt.topic().orElse("this"), sampling);
  }
}
