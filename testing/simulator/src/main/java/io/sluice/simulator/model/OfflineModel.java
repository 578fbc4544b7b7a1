package io.sluice.simulator.model;

/** The model {@code sluice-offline}. Immutable: any number of answers may be under way. */
public final class OfflineModel {
  private final Corpus corpus;

  private OfflineModel(Corpus corpus) {
    this.corpus = corpus;
  }

  /** Reads the text; some tens of milliseconds. */
  public static OfflineModel load() {
    return new OfflineModel(CorpusReader.read());
  }

  /** How many tokens of this model a text has. */
  public static int tokens(String text) {
    return WordTokenizer.tokens(text).size();
  }

  /** Begins an answer; nothing is computed before its first token is asked for. */
  public Answer answer(String prompt, Sampling sampling) {
    var understood = new Prompt(prompt);
    String topic = understood.topic().orElse("this");
    var next = new NextToken(corpus, Focus.weights(corpus, understood));
    return new Answer(new AnswerWords(corpus.vocabulary(), next, topic, sampling), sampling);
  }
}
