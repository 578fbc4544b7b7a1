package io.sluice.simulator.model;

/**
 * The model {@code sluice-offline}. Immutable; it can produce any number of answers at the same
 * time.
 */
public final class OfflineModel {
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
  public Answer answer(String prompt, Sampling sampling) {
    var understood = new Prompt(prompt);
    String topic = understood.topic().orElse("this");
    var next = new NextToken(corpus, Focus.weights(corpus, understood));
    return new Answer(new AnswerWords(corpus.vocabulary(), next, topic, sampling), sampling);
  }
}
