package org.mentoring.testkit;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Gives properties values of all types of the domain:
 *
 * <pre>{@code
 * @Property
 * @Domain(DomainContext.Global.class)
 * @Domain(MentoringDomain.class)
 * void a_consent_is_never_forgotten(@ForAll Dossier dossier, @ForAll Fact.Consent consent) { ... }
 * }</pre>
 *
 * <p>People are whole, as those of {@link MentoringArbitraries}; everything else is made of its
 * parts.
 */
public final class MentoringDomain extends DomainContextBase {
  /** Found by jqwik, as it stands in a domain. */
  static final class OfDomain implements ArbitraryProvider {
    @Override
    public boolean canProvideFor(TypeUsage wanted) {
      return MentoringArbitraries.known(wanted.getRawType());
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage wanted, SubtypeProvider others) {
      return Set.of(MentoringArbitraries.of(wanted.getRawType()));
    }

    @Override
    public int priority() {
      return 5;
    }
  }
}
