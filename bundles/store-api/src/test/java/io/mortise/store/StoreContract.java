package io.mortise.store;

import org.junit.jupiter.api.BeforeEach;

/**
 * What every store promises: a test for each sentence of {@link Store}, {@link Reading} and {@link Writing}. Extend it
 * and say how an empty store is opened.
 */
public abstract class StoreContract
        implements TransactionRules,
                RowRules,
                QueryRules,
                ConcurrencyRules,
                ListRules,
                LinkRules,
                JournalRules,
                DirtyRules,
                DocumentRules {
    private Store store;

    /** An empty store, called before each test. */
    protected abstract Store open() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        store = open();
    }

    @Override
    public final Store store() {
        return store;
    }
}
