import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { number } from '../ui/format.ts';

/** react-admin's own sentences in the office's English; the rest of the words stand where they are shown. */
const messages: TranslationMessages = {
  ...englishMessages,
  ra: {
    ...englishMessages.ra,
    action: {
      ...englishMessages.ra.action,
      add_filter: 'Filter',
      clear_input_value: 'Clear',
      remove_all_filters: 'Clear all filters',
      select_columns: 'Columns',
      sort: 'Sort',
    },
    message: {
      ...englishMessages.ra.message,
      error: 'This page could not be shown. Nothing was changed. Load it again, or go back.',
      not_found: 'There is nothing here under that address. Perhaps the link is incomplete.',
      access_denied: 'Your roles do not allow this page. An administrator of your county can change that.',
      loading: 'Loading the page.',
    },
    navigation: {
      ...englishMessages.ra.navigation,
      no_results: 'Nothing matches these filters.',
      no_filtered_results: 'Nothing matches these filters.',
      clear_filters: 'Clear all filters',
      page_rows_per_page: 'Rows',
      page_range_info: '%{offsetBegin}–%{offsetEnd} of %{total}',
    },
    notification: {
      ...englishMessages.ra.notification,
      http_error: 'The server cannot be reached. Nothing was saved. Check the connection and try again.',
      logged_out: 'Your session has ended. Sign in again; nothing you saved is lost.',
      not_authorized: 'Your roles do not allow this.',
      updated: 'Saved.',
      created: 'Saved.',
    },
    page: {
      ...englishMessages.ra.page,
      error: 'Something went wrong on this page',
      not_found: 'Nothing here',
      access_denied: 'Not for your roles',
    },
  },
};

const polyglot = polyglotI18nProvider(() => messages, 'en', [{ locale: 'en', name: 'English' }], {
  allowMissing: true,
});
const written = (value: unknown) => (typeof value === 'number' ? number(value) : value);

/** Numbers in sentences read as everywhere else: `26–50 of 61,204`. What chooses the plural stays a number. */
export const i18nProvider: I18nProvider = {
  ...polyglot,
  translate: (key: string, options: Readonly<Record<string, unknown>> = {}) =>
    polyglot.translate(
      key,
      Object.fromEntries(
        Object.entries(options).map(([name, value]) => [name, name === 'smart_count' ? value : written(value)]),
      ),
    ),
};
