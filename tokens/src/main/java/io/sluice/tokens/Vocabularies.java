package io.sluice.tokens;

/** The vocabularies of this process, each read when it is first asked for and then kept. */
final class Vocabularies {

  private static final int ALL = Integer.MAX_VALUE;

  /** p50k_base goes on where r50k_base ends, with runs of blanks. */
  private static final int R50K_TOKENS = 50_256;

  private Vocabularies() {}

  static Vocabulary of(TokenEncoding encoding) {
    return switch (encoding) {
      case O200K_BASE -> O200kBase.READ;
      case CL100K_BASE -> Cl100kBase.READ;
      case P50K_BASE -> P50kBase.READ;
      case R50K_BASE -> R50kBase.READ;
    };
  }

  private static final class O200kBase {
    static final Vocabulary READ = VocabularyReader.read("o200k_base.tokens", ALL);
  }

  private static final class Cl100kBase {
    static final Vocabulary READ = VocabularyReader.read("cl100k_base.tokens", ALL);
  }

  private static final class P50kBase {
    static final Vocabulary READ = VocabularyReader.read("p50k_base.tokens", ALL);
  }

  private static final class R50kBase {
    static final Vocabulary READ = VocabularyReader.read("p50k_base.tokens", R50K_TOKENS);
  }
}
