/**
 * Places whose forms in the dictionary are those of the handbooks, though another dictionary has not got them or has a common noun or a surname in
 * their place, and no rule of an ending settles them («Чебоксар», «Иртышом», «Юрьевцем»); «е» stands for «ё».
 */
export const PLACES_OF_HANDBOOKS: ReadonlySet<string> = new Set(
  `чебоксары мытищи кимры кириши ливны печоры бронницы клинцы кулебаки меленки новосокольники черемушки кузьминки лужники соловки хибины
  балканы каракумы кижи шахты курилы учалы бавлы касли карталы электроугли поныри фили барановичи салоники черкассы бендеры
  елец городец донец каменец малоярославец ярославец юрьевец волочек иртыш балхаш киржач сергач реж луга долгопрудный
  амударья сырдарья бурея казанка`.split(/\s+/),
);
