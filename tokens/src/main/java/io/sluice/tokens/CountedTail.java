package io.sluice.tokens;

/** Counts the tokens of final pieces and of the tail. Mutable; for one thread at a time. */
final class CountedTail implements Tail {

  private PieceEncoder whole;
  private PieceEncoder rest;
  private boolean marked;
  private int beforeMark;
  private int last;
  private long committed;

  CountedTail(Vocabulary vocabulary) {
    var candidates = new Candidates(vocabulary);
    whole = new PieceEncoder(vocabulary, candidates);
    rest = new PieceEncoder(vocabulary, candidates);
  }

  /** How many tokens the text is if it ends here. */
  long count() {
    return committed + (marked ? beforeMark + rest.count() : whole.count());
  }

  /** Forgets what it counted of a text that has ended. */
  void clear() {
    committed = 0;
  }

  /** Becomes what the other is. */
  void copy(CountedTail other) {
    whole.copy(other.whole);
    rest.copy(other.rest);
    marked = other.marked;
    beforeMark = other.beforeMark;
    last = other.last;
    committed = other.committed;
  }

  @Override
  public void append(int codePoint) {
    last = codePoint;
    whole.append(codePoint);
    if (marked) {
      rest.append(codePoint);
    }
  }

  @Override
  public void mark() {
    beforeMark = whole.count();
    marked = true;
    rest.reset();
  }

  @Override
  public void unmark() {
    marked = false;
  }

  @Override
  public void cut() {
    if (marked) {
      committed += beforeMark;
      marked = false;
      PieceEncoder spent = whole;
      whole = rest;
      rest = spent;
    }
  }

  @Override
  public void cutBeforeLast() {
    committed += whole.countBeforeLast();
    whole.reset();
    whole.append(last);
  }

  @Override
  public void end() {
    cut();
    committed += whole.count();
    whole.reset();
  }
}
