export default {
  schema: '../server/schema.graphql',
  documents: '../web/src/**/*.graphql',
  generates: {
    '../web/src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        defaultScalarType: 'string',
        scalars: { DateTime: 'string', JalaliDate: 'string' },
        skipTypename: true,
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
      },
    },
  },
}
